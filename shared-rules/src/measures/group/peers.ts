import { z } from 'zod'
import type { Exact } from '../../exact.ts'
import type { Look } from '../basis.ts'
import { isExact, undecided, type MissingFact, type Points } from '../points.ts'
import type { GroupRunner, Situation } from '../situation.ts'

/** While another unit's figure is missing: nobody's points are settled, or that unit is left out of the comparison. */
export const missingPeersSchema = z.enum(['withhold', 'leave-out'])

export interface Member {
  readonly situation: Situation
  readonly x: Exact
}

/**
 * Runs `settle` on the members of a group whose figures are known, and gives its answers back in the units' places.
 * A unit without the figure keeps what was found for it: no task, or undecided.
 */
export function amongPeers(
  look: Look,
  missing: z.infer<typeof missingPeersSchema>,
  settle: (members: readonly Member[]) => readonly Points[],
): GroupRunner {
  return (situations, complete) => {
    const looks = situations.map(look)
    const members = situations.flatMap((situation, index) => {
      const x = looks[index]
      return x && isExact(x) ? [{ situation, x }] : []
    })
    const unknown = missing === 'withhold' ? unknownPeers(situations, looks) : []
    const settled = complete && unknown.length === 0 ? settle(members).values() : undefined
    return looks.map((x) => {
      if (!isExact(x)) return x
      if (!complete) return { status: 'relative' }
      return settled?.next().value ?? undecided(...unknown)
    })
  }
}

function unknownPeers(situations: readonly Situation[], looks: readonly ReturnType<Look>[]): readonly MissingFact[] {
  return looks.flatMap((x, index) =>
    'missing' in x ? x.missing.map((fact) => ({ ...fact, unit: situations[index]?.facts.id ?? '' })) : [],
  )
}
