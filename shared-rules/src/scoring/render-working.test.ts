import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { renderWorking } from './render-working.ts'

const pack = samplePack({
  indicators: [
    sampleIndicator('a', '12.5', {
      title: '协税护税',
      measure: { kind: 'linear', basis: 'completion', cap: '1.2', floor: '0' },
    }),
    sampleIndicator('b', '87.5', { title: '争取资金', excluded: [{ unit: 'finance', clause: '四(二)6' }] }),
  ],
})
const lines = (locale: 'zh-CN' | 'en-US', parts: Parameters<typeof sampleFacts>[0]) =>
  renderWorking(pack, evaluateUnit(pack, sampleFacts(parts)), locale).join('\n')

describe('the working of a score', () => {
  const both = { targets: { a: '20', b: '3' }, actuals: { a: '23', b: '1' } }

  it('can be followed by hand, in Chinese', () => {
    const text = lines('zh-CN', both)
    expect(text).toContain('协税护税：14.38 分（权重 12.5）')
    expect(text).toContain('目标 20，完成 23，完成率 115%（单位：万元）')
    expect(text).toContain('计入 1.15')
    expect(text).toContain('14.375 → 14.38 分')
    expect(text).toContain('总分 43.55 分')
    expect(text).toContain('示例(非官方)')
  })

  it('says the same in English', () => {
    const text = lines('en-US', both)
    expect(text).toContain('协税护税: 14.38 points (weight 12.5)')
    expect(text).toContain('target 20, actual 23, completion 115%')
    expect(text).toContain('175/6 (≈29.166667) → 29.17 points')
  })

  it('names what is missing, and the clause that keeps a unit out', () => {
    expect(lines('zh-CN', { targets: { a: '20' }, actuals: {} })).toContain('暂不能判定：完成数 a')
    expect(lines('zh-CN', { ...both, id: 'finance' })).toMatch(/争取资金：不参加此项考核[^]*依据：四\(二\)6/)
  })

  it('shows a whole percentage with its noughts', () => {
    expect(lines('zh-CN', { targets: { a: '20', b: '3' }, actuals: { a: '20', b: '3' } })).toContain('完成率 100%')
  })
})
