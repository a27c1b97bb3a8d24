import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import type { Indicator } from '../pack/indicator.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { renderIndicator } from './render-working.ts'
import type { Locale } from './step-texts.ts'

const side = { basis: 'excess', from: '0', per: '2', each: { points: '1' }, partSteps: 'drop' } as const
const stepper: Partial<Indicator> = {
  measure: {
    kind: 'stepper',
    base: { share: '1' },
    above: { ...side, most: { points: '15' } },
    below: { ...side, most: null },
  },
}
const ledger: Partial<Indicator> = {
  target: null,
  actual: { kind: 'count', ledger: 'projects', where: [{ field: 'stage', op: 'equals', value: '开工' }] },
  measure: { kind: 'linear', basis: 'actual', cap: null, floor: null },
}
const lines = (parts: Partial<Indicator>, facts: Parameters<typeof sampleFacts>[0], locale: Locale = 'zh-CN') => {
  const pack = samplePack({ indicators: [sampleIndicator('tax', '100', parts)] })
  const [result] = evaluateUnit(pack, sampleFacts(facts)).indicators
  return result ? renderIndicator(pack, result, locale) : []
}
const known = { targets: { tax: '20' }, actuals: { tax: '10' } }

describe('the working names', () => {
  it('the conventions of the pack', () => {
    expect(lines({}, known)).toContain('  口径：封顶 1；保底 0；取整 2 位小数 四舍五入；总分 所示各项之和')
    expect(lines({}, known, 'en-US')).toContain(
      '  by the pack: cap 1; floor 0; rounding 2 decimals halves up; total sum of the points shown',
    )
  })

  it('each side of the target apart', () => {
    const text = lines(stepper, known).join('\n')
    expect(text).toContain('超出目标 不足一步 舍去；超出目标 最多 15 分')
    expect(text).toContain('低于目标 最多 不设')
  })

  it('what becomes of a unit without a task', () => {
    expect(lines({ noTask: 'full-weight' }, {}).join('\n')).toContain('无任务 计满分')
  })

  it('the rows of a ledger that counted', () => {
    const items = { projects: [{ stage: '开工' }, { stage: '储备' }, { stage: '开工' }] }
    expect(lines(ledger, { items })).toContain('  取数：台账 projects，计入第 1、3 行')
  })

  it('where a fact came from, and who stands for it', () => {
    const origins = { 'actuals.tax': { place: '附件4!C5', status: 'verified', by: '税务局' } } as const
    expect(lines({}, { ...known, origins })).toContain('  取数：完成数 tax 10（核定，附件4!C5，税务局）')
    expect(lines({}, { ...known, origins }, 'en-US')).toContain('  from: figure tax 10 (verified, 附件4!C5, 税务局)')
  })

  it('nothing of the facts twice', () => {
    expect(lines({}, known).join('\n')).not.toContain('取数')
  })
})
