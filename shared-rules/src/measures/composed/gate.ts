import { z } from 'zod'
import { figureReader, figureSchema, type Figure } from '../../figures/figure.ts'
import { basisName, basisSchema, lookAt, type Basis } from '../basis.ts'
import { boundSchema, reaches, type Bound } from '../bound.ts'
import type { Measure } from '../measure.ts'
import { isExact, step, type Points } from '../points.ts'
import { runAll, type GroupRunner, type Runner, type Situation } from '../situation.ts'

/** 门槛: one measure for those who reach a bound, another for the rest. */
export interface Gate {
  readonly kind: 'gate'
  readonly of: { readonly basis: Basis } | { readonly figure: Figure }
  readonly at: Bound
  readonly met: Measure
  readonly unmet: Measure
}

export const gateSchema = (measure: z.ZodType<Measure>) =>
  z.strictObject({
    kind: z.literal('gate'),
    /** What must reach the bound: the indicator's own figure, or another one. */
    of: z.union([z.strictObject({ basis: basisSchema }), z.strictObject({ figure: figureSchema })]),
    at: boundSchema,
    met: measure,
    unmet: measure,
  })

/**
 * 门槛 (F2, the second gate of F6, F21)：`met` where the bound is reached, `unmet` where not.
 *
 * 增幅 8 % for 20 分, else 0, and 1 for each full 2 percentage points above (财税 2009): 13 % is 22 分, 7.9 % is 0.
 */
export function gate({ of, at, met, unmet }: Gate, runnerOf: (measure: Measure) => Runner): GroupRunner {
  const look = 'basis' in of ? lookAt(of.basis) : read(of.figure)
  const name = 'basis' in of ? basisName(of.basis) : 'actual'
  const reached = reaches(at)
  const [above, below] = [runnerOf(met), runnerOf(unmet)]

  return (situations, complete) => {
    const looks = situations.map(look)
    const passes = looks.map((x) => isExact(x) && reached(x))
    const passed = runAll(above, situations, complete)
    const failed = runAll(below, situations, complete)
    return looks.map((x, index): Points => {
      if (!isExact(x)) return x
      const points = (passes[index] === true ? passed : failed)[index] ?? { status: 'no-task' }
      if (points.status !== 'scored') return points
      const seen = { ...step(name, x) }
      return {
        ...points,
        working: [seen, step(passes[index] === true ? 'reached' : 'not-reached', x), ...points.working],
      }
    })
  }
}

function read(figure: Figure): (situation: Situation) => ReturnType<ReturnType<typeof figureReader>> {
  const reader = figureReader(figure)
  return ({ facts }) => reader(facts)
}
