import { z } from 'zod'
import { compare, greatest, multiply, ratio, subtract, type Exact } from '../../exact.ts'
import { basisName, basisSchema, lookAt } from '../basis.ts'
import { scored, step } from '../points.ts'
import type { GroupRunner } from '../situation.ts'
import { worthOf, worthSchema } from '../worth.ts'
import { amongPeers, missingPeersSchema } from './peers.ts'
import { ranksOf, tiesSchema } from './ranks.ts'

const placesSchema = z.discriminatedUnion('kind', [
  /** So much for the first place, so much less for each place after it, never below `least`. */
  z.strictObject({ kind: z.literal('ratio'), first: worthSchema, less: worthSchema, least: worthSchema }),
  /** The worth of each place, and of those past the list. */
  z.strictObject({ kind: z.literal('list'), list: z.array(worthSchema).min(1).max(500), beyond: worthSchema }),
])

export const rankSchema = z.strictObject({
  kind: z.literal('rank'),
  basis: basisSchema,
  best: z.enum(['high', 'low']),
  ties: tiesSchema,
  places: placesSchema,
  missing: missingPeersSchema,
})
export type Rank = Readonly<z.infer<typeof rankSchema>>

/**
 * 名次法 (F11)：points by place in the pool, falling by a ratio or read from a list. A group of one is first; equal values share as `ties` says.
 *
 * 100 %, 95 %, 90 %, … of 6 分 (月度评估): the third place earns 5.4 分.
 */
export function rank({ basis, best, ties, places, missing }: Rank): GroupRunner {
  const name = basisName(basis)
  const worth = placeWorth(places)
  return amongPeers(lookAt(basis), missing, (members) => {
    const sign = best === 'high' ? -1 : 1
    const order = members.map((_, index) => index)
    const valueAt = (place: number): Exact | undefined => members[order[place] ?? -1]?.x
    order.sort((a, b) => {
      const [left, right] = [members[a], members[b]]
      return left && right ? sign * compare(left.x, right.x) : 0
    })
    const ranks = ranksOf(order.length, (place) => isSame(valueAt(place - 1), valueAt(place)), ties)
    const byMember = new Map(order.map((member, place) => [member, ranks[place] ?? 0]))
    return members.map(({ situation: { weight }, x }, index) => {
      const place = byMember.get(index) ?? 0
      return scored(worth(place, weight), step(name, x), step('rank', ratio(place)))
    })
  })
}

const isSame = (a: Exact | undefined, b: Exact | undefined): boolean =>
  a !== undefined && b !== undefined && compare(a, b) === 0

function placeWorth(places: Rank['places']): (place: number, weight: Exact) => Exact {
  if (places.kind === 'list') {
    const list = places.list.map(worthOf)
    const beyond = worthOf(places.beyond)
    return (place, weight) => (list[place - 1] ?? beyond)(weight)
  }
  const [first, less, least] = [worthOf(places.first), worthOf(places.less), worthOf(places.least)]
  return (place, weight) => greatest(least(weight), subtract(first(weight), multiply(ratio(place - 1), less(weight))))
}
