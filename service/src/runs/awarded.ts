import {
  add,
  exactText,
  multiply,
  parseExact,
  ratio,
  selectAward,
  type AwardList,
  type Pack,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import { capitalAmount } from '../capital-amount.ts'
import type { Described } from '../contract/described.ts'
import { awardListStatusSchema, candidateSchema } from '../contract/shapes/awards.ts'
import { basisKeySchema, basisOf } from './award-basis.ts'
import { awardDecisionSchema, type AwardDecision, type Run } from './run.ts'

const awardOptionSchema = z.strictObject({
  count: z.int(),
  winners: z.array(z.string()),
  tie: z.array(z.string()),
  cost: z.string(),
})
export type AwardOption = Described<typeof awardOptionSchema>

/** One award of a run with what was decided about it. */
export const awardedSchema = z
  .strictObject({
    award: z.string(),
    title: z.string(),
    clause: z.string(),
    /** The bureau that lays down its rules (细则), where one does: an id of the register. */
    owner: z.string().nullable(),
    /** What is looked at, in this order. */
    basis: z.array(basisKeySchema),
    /** 待下达 awards are listed and not selected. */
    status: awardListStatusSchema,
    /** Between the least and the most the pack allows; the least unless decided. */
    count: z.int(),
    least: z.int(),
    most: z.int(),
    candidates: z.array(candidateSchema),
    /** Equal in every key on both sides of the last place. */
    tie: z.array(z.string()),
    winners: z.array(z.string()),
    /** What the prizes come to, in the pack's unit (万元). */
    cost: z.string(),
    decision: awardDecisionSchema.nullable(),
    /** What each number of winners between the least and the most would come to, so that a third is not decided blindly. */
    options: z.array(awardOptionSchema),
  })
  .meta({ id: 'RunAward' })
export type Awarded = Described<typeof awardedSchema>

/** The award lists of a run as decided so far. Whoever is tied at the line wins only if chosen. */
export function awardedLists(pack: Pack, run: Run, decisions: readonly AwardDecision[]): readonly Awarded[] {
  const facts = run.inputs.units.map((unit) => unit.facts)
  return pack.awards.map((award) => {
    const decision = decisions.find((one) => one.award === award.id) ?? null
    const list = selectAward(pack, award, facts, run.result.units, decision?.count)
    const winners = list.candidates
      .filter(({ unit, standing }) => standing.kind === 'winner' || isChosen(list, decision, unit))
      .map(({ unit }) => unit)
    const { id, title, clause, count, prize } = award
    const costOf = (won: number) => times(prize.value, prize.per === 'winner' ? won : Math.min(1, won))
    const counts = Array.from({ length: count.most - count.least + 1 }, (_, more) => count.least + more)
    const options = counts.map((each): AwardOption => {
      const { candidates, tie } = selectAward(pack, award, facts, run.result.units, each)
      const won = candidates.flatMap(({ unit, standing }) => (standing.kind === 'winner' ? [unit] : []))
      return { count: each, winners: won, tie, cost: costOf(won.length) }
    })
    return {
      award: id,
      title,
      clause,
      owner: award.owner ?? null,
      basis: basisOf(pack, award),
      status: list.status,
      count: list.count,
      least: count.least,
      most: count.most,
      candidates: list.candidates,
      tie: list.tie,
      winners,
      cost: costOf(winners.length),
      decision,
      options: award.status === 'pending' ? [] : options,
    }
  })
}

/** Units that win several awards (A9: allowed, and said). */
export function severalTimes(
  lists: readonly Pick<Awarded, 'award' | 'winners'>[],
): readonly { readonly unit: string; readonly awards: readonly string[] }[] {
  const units = [...new Set(lists.flatMap(({ winners }) => winners))]
  return units
    .map((unit) => ({ unit, awards: lists.flatMap(({ award, winners }) => (winners.includes(unit) ? [award] : [])) }))
    .filter(({ awards }) => awards.length > 1)
}

/** What the prizes of a run cost as decided, in 万元 and in words, and between which bounds that can still move: every award issued, at its least and its most. */
export function budget(
  pack: Pack,
  lists: readonly Awarded[],
): { readonly now: string; readonly inCapitals: string; readonly least: string; readonly most: string } {
  const issued = pack.awards.filter(({ status }) => status === 'issued')
  const at = (bound: 'least' | 'most') =>
    sum(issued.map(({ prize, count }) => times(prize.value, prize.per === 'winner' ? count[bound] : 1)))
  const now = sum(lists.map(({ cost }) => cost))
  return { now, inCapitals: capitalAmount(now), least: at('least'), most: at('most') }
}

/** Why this cannot be decided so, or null. */
export function decisionFault(
  pack: Pack,
  run: Run,
  { award: id, count, chosen }: Pick<AwardDecision, 'award' | 'count' | 'chosen'>,
): { readonly path: string; readonly message: string } | null {
  const award = pack.awards.find((one) => one.id === id)
  if (!award || award.status === 'pending') return { path: 'award', message: '此奖项尚未下达，不能评选' }
  const { least, most } = award.count
  if (count < least || count > most) return { path: 'count', message: `须为 ${least}–${most} 名` }
  const list = selectAward(
    pack,
    award,
    run.inputs.units.map((unit) => unit.facts),
    run.result.units,
    count,
  )
  const stranger = chosen.find((unit) => !list.tie.includes(unit))
  if (stranger !== undefined) return { path: 'chosen', message: `“${stranger}”不在末位并列的单位中` }
  const clear = list.candidates.filter(({ standing }) => standing.kind === 'winner').length
  if (clear + new Set(chosen).size > count)
    return { path: 'chosen', message: `超出名额：共 ${count} 名，已定 ${clear} 名` }
  return null
}

const isChosen = ({ tie }: AwardList, decision: AwardDecision | null, unit: string): boolean =>
  tie.includes(unit) && decision !== null && decision.chosen.includes(unit)

function times(value: string, count: number): string {
  const one = parseExact(value)
  if (!one) throw new Error(`not an amount: ${value}`)
  return exactText(multiply(one, ratio(count)))
}

function sum(amounts: readonly string[]): string {
  let total = ratio(0)
  for (const amount of amounts) {
    const one = parseExact(amount)
    if (one) total = add(total, one)
  }
  return exactText(total)
}
