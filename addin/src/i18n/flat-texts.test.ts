import { describe, expect, it } from 'vitest'
import { flatTexts, textOf } from './flat-texts.ts'

const english = flatTexts({ list: { rows_one: '{{count}} row', rows_other: '{{count}} rows' }, 'run.signed': 'signed' })
const chinese = flatTexts({ list: { rows_other: '{{count}} 行', of: '{{unit}}的{{form}}' } })
const say = (key: string, values?: Record<string, string | number>) =>
  textOf([english, chinese], new Intl.PluralRules('en-US'), key, values)

describe('a text', () => {
  it('is chosen by how many there are', () => {
    expect([0, 1, 2].map((count) => say('list.rows', { count }))).toEqual(['0 rows', '1 row', '2 rows'])
  })

  it('is that of the next language where the first lacks it', () => {
    expect(say('list.of', { unit: '新兴街道', form: '附件1' })).toBe('新兴街道的附件1')
  })

  it('takes values as they are, whatever is in them', () => {
    expect(say('list.of', { unit: '<b>{{form}}</b>', form: '$&' })).toBe('<b>{{form}}</b>的$&')
  })

  it('may have a point in its name', () => {
    expect(say('run.signed')).toBe('signed')
  })

  it('that no language has is its key, and a place without a value stays', () => {
    expect(say('list.none')).toBe('list.none')
    expect(say('list.of', { unit: '新兴街道' })).toBe('新兴街道的{{form}}')
  })
})
