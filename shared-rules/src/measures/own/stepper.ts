import { z } from 'zod'
import { add, isNegative, isPositive, subtract, zero } from '../../exact.ts'
import { basisName, basisSchema, lookAt, type Basis } from '../basis.ts'
import { isExact, scored, step } from '../points.ts'
import type { OwnRunner } from '../situation.ts'
import { climber, slopeSchema, type Slope } from '../slope.ts'
import { worthOf, worthSchema } from '../worth.ts'

/** One side: a slope, and what it looks at; the two sides may look at different things. */
const sideSchema = slopeSchema.extend({ basis: basisSchema })

export const stepperSchema = z.strictObject({
  kind: z.literal('stepper'),
  /** For exactly the target: all of the weight, or 80 % of it, or nothing (a mere bonus). */
  base: worthSchema,
  /** What is added above; null adds nothing. */
  above: sideSchema.nullable(),
  /** What is taken off below, in positive figures; null takes nothing off. */
  below: sideSchema.nullable(),
})
export type Stepper = Readonly<z.infer<typeof stepperSchema>>

/**
 * 基准分 ± 步进 (F3)：base + steps above × k, or base − steps below × k′, each side with its own unit, k, part steps and limit.
 *
 * 40 分, 1 for each 2 percentage points, at most 15 either way (枣庄 2005): completion 110 % is 45 分, 60 % is 25 分.
 */
export function stepper({ base, above, below }: Stepper): OwnRunner {
  const start = worthOf(base)
  const [up, down] = [above && side(above), below && side(below)]
  const main = lookAt(above?.basis ?? below?.basis ?? 'excess')
  return (situation) => {
    const { weight } = situation
    const x = main(situation)
    if (!isExact(x)) return x
    const taken = isPositive(x) ? up : down
    if (!taken) return scored(start(weight), step('base', start(weight)))
    const look = taken.look(situation)
    if (!isExact(look)) return look
    const distance = isPositive(x) ? look : subtract(zero, look)
    if (isNegative(distance)) return scored(start(weight), step(taken.name, look), step('base', start(weight)))
    const { steps, change } = taken.climb(distance, weight)
    const signed = isPositive(x) ? change : subtract(zero, change)
    return scored(
      add(start(weight), signed),
      step(taken.name, look),
      step('base', start(weight)),
      step('steps', steps),
      step('change', signed),
    )
  }
}

const side = (part: Slope & { readonly basis: Basis }) => ({
  look: lookAt(part.basis),
  name: basisName(part.basis),
  climb: climber(part),
})
