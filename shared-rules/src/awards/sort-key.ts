import { exact } from '../decimal-text.ts'
import { compare, least, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { figureReader, type Figure } from '../figures/figure.ts'
import { isExact, type MissingFact } from '../measures/points.ts'
import { judgedKey, type SortKey } from '../pack/awards.ts'
import type { Pack } from '../pack/pack.ts'
import type { UnitResult } from '../scoring/result.ts'

/** What a unit stands at in one key: a figure, or what is missing for it. */
export type KeyValue =
  | Exact
  | { readonly missing: readonly MissingFact[] }
  /** There is no such figure for this unit: a rate on a base of zero. */
  | { readonly none: string }

export type KeyReader = (facts: UnitFacts, result: UnitResult) => KeyValue

/** Reads one key of an award's order. `judged`: have judges given any unit a score for this award? */
export function keyReader(key: SortKey, pack: Pack, award: string, judged: boolean): KeyReader {
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
    case 'actual': {
      const cap = key.by === 'completion' && key.cap !== undefined ? exact(key.cap) : null
      return (_, { indicators }) => {
        const found = indicators.find(({ indicator }) => indicator === key.indicator)
        const text = found?.[key.by] ?? null
        if (text !== null) return cap ? least(exact(text), cap) : exact(text)
        return { missing: found && found.missing.length > 0 ? found.missing : [{ kind: 'actual', key: key.indicator }] }
      }
    }
    case 'figure':
      return figureKey(key)
    case 'judged':
      return judged
        ? figureKey({ title: key.title, figure: { kind: 'reported', key: judgedKey(award) } })
        : figureKey(key.until)
  }
}

function figureKey({ title, figure }: { readonly title: string; readonly figure: Figure }): KeyReader {
  const read = figureReader(figure)
  return (facts) => {
    const value = read(facts)
    if (isExact(value)) return value
    return 'missing' in value ? { missing: value.missing } : { none: title }
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
