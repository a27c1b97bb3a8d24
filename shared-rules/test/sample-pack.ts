import { parsePack, type Indicator, type Pack, type UnitFacts } from '../src/index.ts'

/** A complete pack around the parts a test is about. A part that does not pass the schema fails the test with its faults. */
export function samplePack(parts: { readonly indicators: readonly Indicator[] } & Partial<Pack>): Pack {
  const parsed = parsePack({
    id: 'sample',
    version: '2019.1',
    year: 2019,
    title: '示例考核',
    district: '示例区',
    document: { number: '示例〔2019〕1号', date: '2019-03-04', title: '示例通知' },
    official: false,
    notice: '示例(非官方)',
    pools: [{ id: 'town', title: '镇街', fullMark: '100' }],
    scoring: {
      rounding: { places: 2, halves: 'up' },
      total: 'sum-of-shown-parts',
      bounds: { least: null, most: null },
      ranking: { basis: 'shown', ties: 'competition' },
    },
    districtTargets: [],
    sizeTiers: [],
    checks: [],
    forms: [],
    calendar: { zone: 'Asia/Shanghai', windows: [], holidays: [], workdays: [], source: '示例' },
    awards: [],
    vetoes: [],
    questions: [],
    ...parts,
  })
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.faults, null, 2))
  return parsed.pack
}

/** An issued indicator `id`, reported under the same key, in proportion to its target and capped at it, unless said otherwise. */
export function sampleIndicator(id: string, weight: string, parts: Partial<Indicator> = {}): Indicator {
  return {
    id,
    title: id,
    unit: '万元',
    clause: '四(二)',
    status: 'issued',
    scope: 'own-data',
    dataOwner: 'statistics',
    verifiers: [],
    weights: { town: weight },
    target: id,
    actual: { kind: 'reported', key: id },
    measure: { kind: 'linear', basis: 'completion', cap: '1', floor: '0' },
    noTask: 'leave-out',
    excluded: [],
    ...parts,
  }
}

export function sampleFacts(parts: Partial<UnitFacts>): UnitFacts {
  return { id: 'xinxing', name: '新兴街道', pool: 'town', targets: {}, actuals: {}, items: {}, flags: [], ...parts }
}
