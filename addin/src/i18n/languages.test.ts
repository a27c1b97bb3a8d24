import { describe, expect, it } from 'vitest'
import enUS from './en-US.json' with { type: 'json' }
import { languageOf } from './language.ts'
import { createTexts } from './texts.ts'
import zhCN from './zh-CN.json' with { type: 'json' }

type Texts = { readonly [key: string]: string | Texts }

/** Every text under its whole key. */
function flat(texts: Texts, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as const] : flat(text, `${prefix}${key}.`),
  )
}
const placeholders = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort()

const chinese = new Map(flat(zhCN))
const english = new Map(flat(enUS))

/** Words of the official forms, of which English sentences speak by their own names; and the language's own name. */
const formWords = /亿元|项目编号|^中文$/g

describe('the two languages', () => {
  it('say the same things', () => {
    // Chinese knows no singular.
    expect([...english.keys()].filter((key) => !key.endsWith('_one')).sort()).toEqual([...chinese.keys()].sort())
  })

  it('put the same figures and names into them', () => {
    const different = [...chinese].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    )
    expect(different).toEqual([])
  })

  it('leave no Chinese in an English sentence, save words that stand in the forms', () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replace(formWords, '')))).toEqual([])
  })
})

describe('speaking English', () => {
  it('counts in English', async () => {
    const texts = createTexts()
    await texts.speak('en-US')
    const t = texts.of('pane')
    expect(t('filling.more', { count: 1 })).toBe(english.get('filling.more_one'))
    expect(t('filling.more', { count: 2 })).toBe(english.get('filling.more_other')?.replace('{{count}}', '2'))
  })

  it('still writes Chinese into the workbook of the office', async () => {
    const texts = createTexts()
    await texts.speak('en-US')
    await texts.fetch('ranking')
    expect(texts.of('ranking')('written.ranking.columns.rank')).toBe('名次')
  })
})

describe('languageOf', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en', 'en-US'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['ko-KR', 'zh-CN'],
    [undefined, 'zh-CN'],
  ] as const)('takes %s for %s', (host, language) => {
    expect(languageOf(host)).toBe(language)
  })
})
