import type { UnitFacts } from '../facts.ts'
import type { Award } from '../pack/awards.ts'
import type { Pack } from '../pack/pack.ts'
import type { IndicatorStatus, UnitResult } from '../scoring/result.ts'

/** Why a unit is not looked at: kept out by a clause, vetoed by a finding, or without (with) the tasks the award is for. */
export type Barred =
  | { readonly kind: 'excluded'; readonly clause: string }
  | { readonly kind: 'vetoed'; readonly veto: string; readonly clause: string }
  | { readonly kind: 'not-eligible'; readonly indicators: readonly string[] }

/** What bars a unit from an award, and the findings that are only noted. Exclusion comes before veto, veto before eligibility. */
export function standingOf(
  pack: Pack,
  award: Award,
  facts: UnitFacts,
  { indicators }: UnitResult,
): { readonly barred: Barred | undefined; readonly notes: readonly string[] } {
  const found = pack.vetoes.filter(({ flag }) => facts.flags.includes(flag))
  const bars = found.find(
    ({ effect, awards }) => effect !== 'note-only' && (awards.length === 0 || awards.includes(award.id)),
  )
  const notes = found.filter((veto) => veto !== bars).map(({ title }) => title)
  const excluded = award.excluded.find(({ unit }) => unit === facts.id)
  if (excluded) return { barred: { kind: 'excluded', clause: excluded.clause }, notes }
  if (bars) return { barred: { kind: 'vetoed', veto: bars.id, clause: bars.clause }, notes }
  const wrong = award.eligible.indicators.filter((id) => {
    const result = indicators.find(({ indicator }) => indicator === id)
    const tasked = result !== undefined && result.status !== 'no-task' && result.status !== 'excluded'
    return tasked === (award.eligible.who === 'untasked')
  })
  // 综合奖 is for units that were given tasks (四(三)1); a unit without any has no total to be compared by.
  const isIdle = award.lane === 'comprehensive' && indicators.every(({ status }) => withoutTask.has(status))
  const barred = isIdle || (award.eligible.who !== 'any' && wrong.length > 0)
  return { barred: barred ? { kind: 'not-eligible', indicators: wrong } : undefined, notes }
}

const withoutTask: ReadonlySet<IndicatorStatus> = new Set(['no-task', 'excluded', 'pending'])
