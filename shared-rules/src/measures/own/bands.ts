import { z } from 'zod'
import { exact, numberText } from '../../decimal-text.ts'
import { add, greatest, isNegative, least, multiply, subtract, zero, type Exact } from '../../exact.ts'
import { basisSchema, onBasis } from '../basis.ts'
import { scored, step } from '../points.ts'
import type { OwnRunner } from '../situation.ts'
import { worthOf, within, worthSchema } from '../worth.ts'

/** A stretch of so many units (null: all the rest), each unit in it worth so much. */
const bandSchema = z.strictObject({ width: numberText.nullable(), each: worthSchema })

export const bandsSchema = z.strictObject({
  kind: z.literal('bands'),
  basis: basisSchema,
  base: worthSchema,
  /** From the base outwards; past the last band nothing changes any more. */
  above: z.array(bandSchema).max(50),
  /** In positive figures, taken off; `mirror` uses those above with the opposite sign. */
  below: z.union([z.literal('mirror'), z.array(bandSchema).max(50)]),
  cap: worthSchema.nullable(),
  floor: worthSchema.nullable(),
})
export type Bands = Readonly<z.infer<typeof bandsSchema>>

/**
 * 分段累进或递减 (F5)：base ± Σ over the bands of (units inside the band × their worth).
 *
 * 10 分; the first 10 percentage points of excess are worth 1⁄20 of the weight each, the next 1⁄40, the third 1⁄60
 * (黑龙江): 25 points over give 10 + 5 + 2.5 + 5⁄6 = 18.33 分.
 */
export function bands({ basis, base, above, below, cap, floor }: Bands): OwnRunner {
  const start = worthOf(base)
  const up = climbBands(above)
  const down = below === 'mirror' ? up : climbBands(below)
  const bound = within(floor, cap)
  return onBasis(basis, (x, { weight }, seen) => {
    const change = isNegative(x) ? subtract(zero, down(subtract(zero, x), weight)) : up(x, weight)
    const points = bound(add(start(weight), change), weight)
    return scored(points, seen, step('base', start(weight)), step('change', change))
  })
}

function climbBands(list: readonly z.infer<typeof bandSchema>[]): (distance: Exact, weight: Exact) => Exact {
  const parts = list.map(({ width, each }) => ({ width: width === null ? null : exact(width), worth: worthOf(each) }))
  return (distance, weight) => {
    let rest = distance
    let sum = zero
    for (const { width, worth } of parts) {
      const inside = width ? least(rest, width) : rest
      sum = add(sum, multiply(inside, worth(weight)))
      rest = greatest(zero, subtract(rest, inside))
    }
    return sum
  }
}
