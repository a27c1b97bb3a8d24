import { compare, exactText, multiply, ratio, type Exact } from '../exact.ts'
import { exact } from '../decimal-text.ts'
import type { UnitFacts } from '../facts.ts'
import { figureReader } from '../figures/figure.ts'
import { ranksOf } from '../measures/group/ranks.ts'
import { isExact, type MissingFact } from '../measures/points.ts'
import { judgedKey, type Award } from '../pack/awards.ts'
import type { Pack } from '../pack/pack.ts'
import type { UnitResult } from '../scoring/result.ts'
import { compareKeys, keyReader } from './sort-key.ts'
import { standingOf, type Barred } from './standing.ts'

/** How a unit stands to an award. `at-the-line`: equal in every key across the last place, so that a person decides. */
export type Standing =
  | { readonly kind: 'winner' }
  | { readonly kind: 'at-the-line' }
  | { readonly kind: 'behind' }
  | { readonly kind: 'undecided'; readonly missing: readonly MissingFact[] }
  /** The award goes by a figure that there is none of for this unit: a rate on a base of zero. */
  | { readonly kind: 'no-figure'; readonly title: string }
  /** Less than the least the award asks for. */
  | { readonly kind: 'below-minimum'; readonly title: string; readonly least: string }
  | Barred

export interface Candidate {
  readonly unit: string
  /** By the keys of the award, equal units sharing it (1, 1, 3); null for who is not compared. */
  readonly place: number | null
  /** What each key of the basis stands at, exact. */
  readonly keys: readonly string[]
  readonly standing: Standing
  /** Findings that are shown beside the unit and bar nothing. */
  readonly notes: readonly string[]
}

export interface AwardList {
  readonly award: string
  /** A pending award is listed and not selected. */
  readonly status: 'selected' | 'pending'
  readonly count: number
  /** Compared units by place, then the others in the order given. */
  readonly candidates: readonly Candidate[]
  /** Units equal in every key on both sides of the last place. */
  readonly tie: readonly string[]
  /** Of the prizes, in the unit the pack gives. */
  readonly cost: string
}

/**
 * Selects the winners of one award from the facts and results of all units (in the same order): who may be looked at, in the order
 * of the award's keys, cut off at `count` (the least the pack allows unless somebody decided for more).
 *
 * Nobody wins or loses by an unknown figure: while a candidate is undecided it is listed as such, beside the others.
 */
export function selectAward(
  pack: Pack,
  award: Award,
  units: readonly UnitFacts[],
  results: readonly UnitResult[],
  decided?: number,
): AwardList {
  const count = Math.min(award.count.most, Math.max(award.count.least, decided ?? award.count.least))
  const judged = units.some(({ actuals }) => typeof actuals[judgedKey(award.id)] === 'string')
  const readers = award.basis.map((key) => keyReader(key, pack, award.id, judged))
  const short = shortOfMinimum(award)
  const compared: Entry[] = []
  const apart: Candidate[] = []
  for (const [index, facts] of units.entries()) {
    const result = results[index]
    if (!result || !award.pools.includes(facts.pool ?? '')) continue
    const { barred, notes } = standingOf(pack, award, facts, result)
    const values = readers.map((read) => read(facts, result))
    const missing = distinct(values.flatMap((value) => ('missing' in value ? value.missing : [])))
    const none = values.flatMap((value) => ('none' in value ? [value.none] : []))[0]
    const keys = values.flatMap((value) => ('missing' in value || 'none' in value ? [] : [value]))
    const tooLittle = short(facts)
    // Who was asked for nothing and reports nothing has no part in a list of those without a task.
    if (award.lane === 'without-task' && missing.length > 0) continue
    const candidate = { unit: facts.id, place: null, keys: keys.map(exactText), notes }
    if (barred) apart.push({ ...candidate, standing: barred })
    else if (tooLittle) apart.push({ ...candidate, standing: tooLittle })
    else if (none !== undefined) apart.push({ ...candidate, standing: { kind: 'no-figure', title: none } })
    else if (missing.length > 0) apart.push({ ...candidate, standing: { kind: 'undecided', missing } })
    else compared.push({ candidate, keys })
  }
  compared.sort((a, b) => compareKeys(award.basis, a.keys, b.keys))
  const same = (a: number, b: number) => isSame(award, compared[a], compared[b])
  const tie =
    count < compared.length && same(count - 1, count)
      ? compared.flatMap(({ candidate }, at) => (same(at, count) ? [candidate.unit] : []))
      : []
  const places = ranksOf(compared.length, (at) => same(at - 1, at), 'competition')
  const listed = compared.map(({ candidate }, at): Candidate => {
    const standing =
      award.status === 'pending' ? 'behind' : kindAt(at < count, tie.includes(candidate.unit), award.boundaryTie)
    return { ...candidate, place: places[at] ?? null, standing: { kind: standing } }
  })
  const winners = listed.filter(({ standing }) => standing.kind === 'winner').length
  return {
    award: award.id,
    status: award.status === 'pending' ? 'pending' : 'selected',
    count,
    candidates: [...listed, ...apart],
    tie,
    cost: exactText(
      multiply(exact(award.prize.value), ratio(award.prize.per === 'winner' ? winners : Math.min(1, winners))),
    ),
  }
}

function shortOfMinimum({ minimum }: Award): (facts: UnitFacts) => Standing | null {
  if (!minimum) return () => null
  const [read, bound] = [figureReader(minimum.figure), exact(minimum.value)]
  return (facts) => {
    const value = read(facts)
    // What is not known is told by the keys; it is no shortfall.
    if (!isExact(value) || compare(value, bound) >= 0) return null
    return { kind: 'below-minimum', title: minimum.title, least: minimum.value }
  }
}

/** The same fact may be missing for several keys. */
const distinct = (missing: readonly MissingFact[]): readonly MissingFact[] => [
  ...new Map(missing.map((fact) => [JSON.stringify(fact), fact])).values(),
]

interface Entry {
  readonly candidate: Omit<Candidate, 'standing'>
  readonly keys: readonly Exact[]
}

const isSame = ({ basis }: Award, a: Entry | undefined, b: Entry | undefined): boolean =>
  a !== undefined && b !== undefined && compareKeys(basis, a.keys, b.keys) === 0

function kindAt(inside: boolean, tied: boolean, policy: Award['boundaryTie']): 'winner' | 'at-the-line' | 'behind' {
  if (!tied) return inside ? 'winner' : 'behind'
  switch (policy) {
    case 'all':
      return 'winner'
    case 'none':
      return 'behind'
    case 'decide':
      return 'at-the-line'
  }
}

/** All awards of a pack, in its order. `decided` holds how many win where somebody has decided between the least and the most. */
export function selectAwards(
  pack: Pack,
  units: readonly UnitFacts[],
  results: readonly UnitResult[],
  decided: Readonly<Record<string, number>> = {},
): readonly AwardList[] {
  return pack.awards.map((award) => selectAward(pack, award, units, results, decided[award.id]))
}
