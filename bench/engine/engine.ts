import {
  evaluatePool,
  evaluateUnit,
  parsePack,
  rankPool,
  rankTotals,
  selectAwards,
} from '../../shared-rules/src/index.ts'
import { atLeast, atMost, medianMs, type Probe } from '../row.ts'
import { factsOf, figures, oracleCents, pack } from './rule.ts'

const UNITS = 5000

export const engine: readonly Probe[] = [
  {
    name: 'engine-units-per-second',
    measure: async () => {
      const rule = pack(false)
      const facts = factsOf(figures(UNITS))
      const ms = await medianMs(15, () => {
        for (const each of facts) evaluateUnit(rule, each)
      })
      return atLeast('engine-units-per-second', (UNITS / ms) * 1000, 'units/s, 10 indicators with full working', 50_000)
    },
  },
  {
    name: 'engine-wrong-totals',
    measure: () => {
      const rule = pack(false)
      const list = figures(UNITS)
      const wrong = factsOf(list).filter((each, at) => {
        const { total } = evaluateUnit(rule, each)
        const figure = list[at]
        return total.kind !== 'total' || !figure || BigInt(total.shown.replace('.', '')) !== oracleCents(figure)
      })
      return atMost('engine-wrong-totals', wrong.length, `of ${UNITS.toString()}, against a bigint oracle`, 0)
    },
  },
  {
    name: 'engine-rank-1000',
    measure: async () => {
      const rule = pack(true)
      const facts = factsOf(figures(1000))
      const ms = await medianMs(15, () => {
        const results = evaluatePool(rule, facts)
        return [rankPool(rule, 'town', results), selectAwards(rule, facts, results)]
      })
      return atMost(
        'engine-rank-1000',
        ms,
        'ms from facts, 1,000 × 10 with group measures and an award with three keys',
        50,
      )
    },
  },
  {
    name: 'engine-rank-100000',
    measure: async () => {
      const totals = Array.from({ length: 100_000 }, (_, at) => (((at * 7919) % 12_000) / 100).toFixed(2))
      const keys = Float64Array.from(totals, (text, at) => Number(text) * 1e7 + at)
      const sort = await medianMs(9, () => keys.slice().sort())
      const ours = await medianMs(9, () => rankTotals(totals, 'competition'))
      return atMost('engine-rank-100000', ours / sort, '× a typed-array sort of 100,000 keys, from stored totals', 3)
    },
  },
  {
    name: 'engine-hostile-pack',
    measure: async () => {
      const rule = pack(false)
      const hostile = [
        JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown,
        { ...rule, sizeTiers: Array.from({ length: 1e6 }, () => 1) },
        { ...rule, indicators: Array.from({ length: 5e4 }, () => rule.indicators[0]) },
      ]
      const slowest: number[] = []
      for (const json of hostile) slowest.push(await medianMs(5, () => parsePack(json)))
      return atMost('engine-hostile-pack', Math.max(...slowest), 'ms to refuse: too deep, too long, too many', 100)
    },
  },
]
