import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../test/read-pack.ts'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { exact } from '../decimal-text.ts'
import { exactText, subtract } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { ledgerWorth } from './worth-of-items.ts'

const pack = readPack('haizhou-2019')
const project = (totalInvestment: string | null, stage = '开工') => ({
  name: `项目${totalInvestment ?? ''}`,
  kind: '新建',
  totalInvestment,
  stage,
  startDate: '2019-05-01',
})
const facts = (projects: readonly ReturnType<typeof project>[]): UnitFacts => ({
  id: 'hebei',
  name: '河北街道',
  pool: 'town',
  targets: { newProjects: '4', largeProjects: '2' },
  actuals: {},
  items: { projects: [...projects] },
  flags: [],
})
const shownOf = (given: UnitFacts) => evaluateUnit(pack, given).indicators.map(({ shown }) => shown)

describe('what the rows of a ledger are worth', () => {
  const rows = ['3000', '5000', '5000', '12000', '4999.99', '10000'].map((text) => project(text))
  const worth = ledgerWorth(pack, facts(rows), 'projects')

  it('is what the unit has with a row more than without it, for each row', () => {
    const added = rows.map((_, index) => worth.ofItem(index))
    expect(added.map((each) => each.length > 0)).toEqual([false, true, true, true, false, true])
    rows.forEach((_, index) => {
      const without = shownOf(facts(rows.filter((__, at) => at !== index)))
      const changed = shownOf(facts(rows)).filter((shown, at) => shown !== without[at])
      expect(added[index]).toHaveLength(changed.length)
    })
  })

  it('says what a row is counted in, as if the ledger had no other', () => {
    expect(rows.map((_, index) => worth.countedIn(index))).toEqual(
      rows.map((row) =>
        evaluateUnit(pack, facts([row]))
          .indicators.filter(({ status, actual }) => status === 'scored' && actual !== '0')
          .map(({ indicator }) => indicator),
      ),
    )
    expect(worth.countedIn(3)).toContain('large-projects')
  })

  it('cannot be told where the score cannot', () => {
    const unread = ledgerWorth(pack, facts([project('5000'), project('约3亿')]), 'projects')
    expect(unread.ofItem(1).every(({ shownDifference }) => shownDifference === null)).toBe(true)
    expect(unread.ofItem(1).length).toBeGreaterThan(0)
  })
})

describe('rows of one kind', () => {
  const over = { ledger: 'grants', where: [{ op: 'at-least', field: 'amount', value: '5' }] } as const
  const packOf = (once: { readonly once?: string }) => {
    const rows = { ...over, where: [...over.where], ...once }
    const capped = { measure: { kind: 'linear', basis: 'completion', cap: '2', floor: '0' } } as const
    const part = { kind: 'proportion', of: 'amount', to: 'planned', points: '3', cap: '4' } as const
    return samplePack({
      indicators: [
        sampleIndicator('count', '30', { ...capped, actual: { kind: 'count', ...rows } }),
        sampleIndicator('sum', '30', {
          ...capped,
          actual: { kind: 'sum', ...rows, of: [{ field: 'amount', as: 'number' }] },
        }),
        sampleIndicator('each', '40', {
          actual: { kind: 'count', ...rows },
          measure: { kind: 'per-item', ...rows, each: [part], times: [], combine: 'mean', cap: null, floor: null },
        }),
      ],
    })
  }
  const texts = (...some: readonly string[]) => fc.constantFrom(...some)
  const anyRow = fc.record({
    number: texts('', '甲', '乙'),
    amount: texts('4', '5', '8'),
    planned: texts('10'),
  })
  const unreadable = fc.record({ number: texts('甲'), amount: texts('约5', '6'), planned: texts('') })
  const anyRows = fc.oneof(
    fc.array(anyRow, { minLength: 1, maxLength: 8 }),
    fc.tuple(unreadable, anyRow, anyRow, anyRow).map((rows) => [...rows]),
  )

  it.each([
    ['each row counts', packOf({})],
    ['of those with one number only the first counts', packOf({ once: 'number' })],
  ])('are worth what scoring each by itself tells, where %s', (_, pack) => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const factsOf = (grants: typeof rows) =>
          sampleFacts({ targets: { count: '4', sum: '30', each: '1' }, items: { grants } })
        const scored = (kept: typeof rows) => evaluateUnit(pack, factsOf(kept)).indicators
        const told = ledgerWorth(pack, factsOf(rows), 'grants')
        rows.forEach((row, index) => {
          const without = scored(rows.filter((__, at) => at !== index))
          const changed = scored(rows).flatMap(({ indicator, status, shown }, at) => {
            const other = without[at]
            if (!other || (status === other.status && shown === other.shown)) return []
            const difference =
              shown === null || other.shown === null ? null : exactText(subtract(exact(shown), exact(other.shown)))
            return [{ indicator, shownDifference: difference }]
          })
          const alone = scored([row]).filter(({ status, actual }) => status === 'scored' && actual !== '0')
          expect(told.ofItem(index)).toEqual(changed)
          expect(told.countedIn(index)).toEqual(alone.map(({ indicator }) => indicator))
        })
      }),
      // Two alike, and between them one that has their number, too: without the first of them it is the one that counts.
      { examples: [[['5', '8', '5'].map((amount) => ({ number: '甲', amount, planned: '10' }))]] },
    )
  })
})
