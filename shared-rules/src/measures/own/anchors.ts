import { z } from 'zod'
import { exact, numberText } from '../../decimal-text.ts'
import { add, compare, divide, multiply, subtract, zero, type Exact } from '../../exact.ts'
import { basisSchema, onBasis } from '../basis.ts'
import { scored } from '../points.ts'
import type { OwnRunner } from '../situation.ts'
import { worthOf, worthSchema } from '../worth.ts'

export const anchorsSchema = z.strictObject({
  kind: z.literal('anchors'),
  basis: basisSchema,
  /** In rising order of `at`. Between two anchors the worth runs in a straight line. */
  points: z
    .array(z.strictObject({ at: numberText, worth: worthSchema }))
    .min(2)
    .max(100),
  /** Outside them: the worth of the outermost, the line drawn on, or nothing. */
  outside: z.enum(['hold', 'extend', 'nothing']),
})
export type Anchors = Readonly<z.infer<typeof anchorsSchema>>

interface Anchor {
  readonly at: Exact
  readonly worth: Exact
}

/**
 * 锚点插值 (F9 功效系数 with fixed values, F22 区间指标)：linear between given points.
 *
 * 失业率 [3, 6] full, falling to 0 at 1 and at 8: anchors 1→0, 3→1, 6→1, 8→0; 7 earns half the weight.
 */
export function anchors({ basis, points, outside }: Anchors): OwnRunner {
  const given = points.map(({ at, worth }) => ({ at: exact(at), worth: worthOf(worth) }))
  return onBasis(basis, (x, { weight }, seen) => {
    const line = given.map(({ at, worth }) => ({ at, worth: worth(weight) }))
    return scored(along(line, x, outside), seen)
  })
}

function along(line: readonly Anchor[], x: Exact, outside: Anchors['outside']): Exact {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last) return zero
  const inside = compare(x, first.at) >= 0 && compare(x, last.at) <= 0
  if (!inside && outside === 'nothing') return zero
  if (!inside && outside === 'hold') return compare(x, first.at) < 0 ? first.worth : last.worth
  const found = line.findIndex(({ at }, index) => index > 0 && compare(x, at) <= 0)
  const end = found < 0 ? line.length - 1 : found
  const [from, to] = [line[end - 1] ?? first, line[end] ?? last]
  const share = divide(subtract(x, from.at), subtract(to.at, from.at))
  return add(from.worth, multiply(share, subtract(to.worth, from.worth)))
}
