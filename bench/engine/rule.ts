import { parsePack, type Pack, type UnitFacts } from '../../shared-rules/src/index.ts'

/** The rule all engines are given: ten indicators in proportion to their targets, capped at 1.2, shown with two decimals, added up. */
export const WEIGHTS = ['12.5', '7.5', '10', '10', '10', '10', '10', '10', '10', '10'] as const
const TARGETS = [18000, 6, 2, 5, 8, 4, 5200, 3400, 15000, 12] as const

export const key = (index: number): string => `k${index.toString()}`

export interface Figures {
  readonly targets: readonly number[]
  readonly actuals: readonly number[]
}

/** Units as districts have them: amounts in the thousands with decimals, and small counts. */
export function figures(units: number): readonly Figures[] {
  return Array.from({ length: units }, (_, unit) => {
    const targets = TARGETS.map((target) => (target > 1000 ? target + (unit % 37) * 100 : target + (unit % 5)))
    const actuals = targets.map((target, at) =>
      target > 1000
        ? Number((target - ((unit * 131 + at * 977) % 7000) / 2 + (unit % 90) / 100).toFixed(2))
        : (unit + at) % (target + 3),
    )
    return { targets, actuals }
  })
}

export const factsOf = (list: readonly Figures[], pool = 'town'): readonly UnitFacts[] =>
  list.map(({ targets, actuals }, unit) => ({
    id: `u${unit.toString()}`,
    name: '',
    pool,
    targets: Object.fromEntries(targets.map((target, at) => [key(at), target.toString()])),
    actuals: Object.fromEntries(actuals.map((actual, at) => [key(at), actual.toString()])),
    items: {},
    flags: [],
  }))

const plain = { kind: 'linear', basis: 'completion', cap: '1.2', floor: '0' }
const minMax = {
  kind: 'min-max',
  basis: 'completion',
  best: 'high',
  worstGets: { share: '0.6' },
  bestGets: { share: '1' },
  allEqual: { share: '1' },
  alone: { share: '1' },
  missing: 'withhold',
}
const rank = {
  kind: 'rank',
  basis: 'completion',
  best: 'high',
  ties: 'competition',
  places: { kind: 'ratio', first: { share: '1' }, less: { share: '0.001' }, least: { share: '0' } },
  missing: 'withhold',
}

/** The rule as a pack; with group measures, two of the ten indicators look at the whole pool and an award has a chain of keys. */
export function pack(group: boolean): Pack {
  const parsed = parsePack({
    id: 'bench',
    version: '2019.1',
    year: 2019,
    title: '基准',
    district: '基准',
    document: { number: '无', date: '2019-01-01', title: '基准' },
    official: false,
    notice: '',
    pools: [{ id: 'town', title: '镇街', fullMark: '100' }],
    scoring: {
      rounding: { places: 2, halves: 'up' },
      total: 'sum-of-shown-parts',
      bounds: { least: null, most: null },
      ranking: { basis: 'shown', ties: 'competition' },
    },
    districtTargets: [],
    sizeTiers: [],
    indicators: WEIGHTS.map((weight, at) => ({
      id: key(at),
      title: key(at),
      unit: '',
      clause: '基准',
      status: 'issued',
      scope: group && at > 7 ? 'relative' : 'own-data',
      dataOwner: 'office',
      verifiers: [],
      weights: { town: weight },
      target: key(at),
      actual: { kind: 'reported', key: key(at) },
      measure: group && at === 8 ? minMax : group && at === 9 ? rank : plain,
      noTask: 'leave-out',
      excluded: [],
    })),
    checks: [],
    forms: [],
    calendar: { zone: 'Asia/Shanghai', windows: [], holidays: [], workdays: [], source: '无' },
    awards: group ? [award] : [],
    vetoes: [],
    questions: [],
  })
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.faults))
  return parsed.pack
}

const award = {
  id: 'best',
  title: '单项奖',
  lane: 'single',
  clause: '基准',
  status: 'issued',
  pools: ['town'],
  eligible: { who: 'tasked', indicators: [key(0)] },
  excluded: [],
  basis: [
    { by: 'total', best: 'high' },
    { by: 'completion', indicator: key(0), best: 'high' },
    { by: 'actual', indicator: key(0), best: 'high' },
  ],
  count: { least: 2, most: 3, decider: '领导小组' },
  boundaryTie: 'decide',
  prize: { value: '2', unit: '万元', per: 'winner' },
}

/** What every engine must come to: points in hundredths, by bigints alone. */
export function oracleCents({ targets, actuals }: Figures): bigint {
  return targets.reduce((sum, target, at) => {
    const [t, a] = [BigInt(Math.round(target * 100)), BigInt(Math.round((actuals[at] ?? 0) * 100))]
    const weight = BigInt(Math.round(Number(WEIGHTS[at]) * 10))
    const [n, d] = a * 10n > t * 12n ? [12n * weight, 100n] : [(a < 0n ? 0n : a) * weight, t * 10n]
    return sum + (2n * n * 100n + d) / (2n * d)
  }, 0n)
}
