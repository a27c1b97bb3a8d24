import { exact } from '../decimal-text.ts'
import { compare, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { figureReader } from '../figures/figure.ts'
import { isExact, type MissingFact } from '../measures/points.ts'
import type { SortKey } from '../pack/awards.ts'
import type { Pack } from '../pack/pack.ts'
import type { UnitResult } from '../scoring/result.ts'

/** What a unit stands at in one key: a figure, or what is missing for it. */
export type KeyValue = Exact | { readonly missing: readonly MissingFact[] }

export type KeyReader = (facts: UnitFacts, result: UnitResult) => KeyValue

/** Reads one key of an award's order. */
export function keyReader(key: SortKey, pack: Pack): KeyReader {
  switch (key.by) {
    case 'total': {
      const { basis } = pack.scoring.ranking
      return (_, { total }) =>
        total.kind === 'total'
          ? exact(total[basis])
          : { missing: total.undecided.map((indicator) => ({ kind: 'actual', key: indicator })) }
    }
    case 'points':
    case 'completion':
    case 'actual':
      return (_, { indicators }) => {
        const found = indicators.find(({ indicator }) => indicator === key.indicator)
        const text = found?.[key.by] ?? null
        if (text !== null) return exact(text)
        return { missing: found && found.missing.length > 0 ? found.missing : [{ kind: 'actual', key: key.indicator }] }
      }
    case 'figure': {
      const read = figureReader(key.figure)
      return (facts) => {
        const value = read(facts)
        if (isExact(value)) return value
        return { missing: 'missing' in value ? value.missing : [{ kind: 'target', key: key.title }] }
      }
    }
  }
}

/** Better first; negative, zero or positive, as for `Array.sort`. */
export function compareKeys(keys: readonly SortKey[], a: readonly Exact[], b: readonly Exact[]): number {
  for (const [at, { best }] of keys.entries()) {
    const [left, right] = [a[at], b[at]]
    if (!left || !right) continue
    const difference = compare(left, right)
    if (difference !== 0) return best === 'high' ? -difference : difference
  }
  return 0
}
