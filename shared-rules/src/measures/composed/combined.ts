import { z } from 'zod'
import { add, compare, divide, greatest, isZero, least, multiply, zero, type Exact } from '../../exact.ts'
import { figureReader, figureSchema, type Figure } from '../../figures/figure.ts'
import type { Measure } from '../measure.ts'
import { isExact, step, undecided, withoutTask, type Points, type Step } from '../points.ts'
import { runAll, type GroupRunner, type Runner, type Situation } from '../situation.ts'
import { within, worthOf, worthSchema, type Worth } from '../worth.ts'

/** One channel, class or period, with a weight of its own. */
interface Part {
  readonly title: string
  readonly weight: Worth
  readonly actual: 'same' | Figure
  readonly target: 'same' | 'none' | Figure
  readonly measure: Measure
}

/** 加权合成: several measures of one indicator. */
export interface Combined {
  readonly kind: 'combined'
  readonly parts: readonly Part[]
  readonly combine: 'sum' | 'best' | 'worst'
  readonly partWithoutTask: 'leave-out' | 'nothing'
  readonly cap: Worth | null
  readonly floor: Worth | null
}

export const combinedSchema = (measure: z.ZodType<Measure>) =>
  z.strictObject({
    kind: z.literal('combined'),
    parts: z
      .array(
        z.strictObject({
          title: z.string().min(1).max(200),
          /** The weight the part's measure works with. */
          weight: worthSchema,
          /** The indicator's figure and target, or others. */
          actual: z.union([z.literal('same'), figureSchema]),
          target: z.union([z.enum(['same', 'none']), figureSchema]),
          measure,
        }),
      )
      .min(1)
      .max(30),
    combine: z.enum(['sum', 'best', 'worst']),
    /** A part that was not asked for: the others are raised to the full weight, or it earns nothing. */
    partWithoutTask: z.enum(['leave-out', 'nothing']),
    cap: worthSchema.nullable(),
    floor: worthSchema.nullable(),
  })

/**
 * 加权合成 (F13)：Σ of the parts, each scored by its own measure with its own weight, held between floor and cap.
 *
 * 系统 40 %, 现场 40 %, 履职 20 % (南通 2017): 95.65, 93.73, 95.8 make 94.912 分. A part that waits for other units
 * leaves the whole waiting; an unknown part leaves it undecided.
 */
export function combined(
  { parts, combine, partWithoutTask, cap, floor }: Combined,
  runnerOf: (measure: Measure) => Runner,
): GroupRunner {
  const prepared = parts.map((part) => ({
    title: part.title,
    weight: worthOf(part.weight),
    inside: situationOf(part),
    runner: runnerOf(part.measure),
  }))
  const bound = within(floor, cap)
  return (situations, complete) => {
    const results = prepared.map(({ runner, inside }) => runAll(runner, situations.map(inside), complete))
    return situations.map(({ weight }, index): Points => {
      const earned: Earned[] = []
      const open: Points[] = []
      for (const [at, part] of prepared.entries()) {
        const points = results[at]?.[index] ?? withoutTask
        const full = part.weight(weight)
        if (points.status === 'scored') earned.push({ title: part.title, full, ...points })
        else if (points.status !== 'no-task') open.push(points)
        else if (partWithoutTask === 'nothing') earned.push({ title: part.title, full, points: zero, working: [] })
      }
      return open.length > 0 ? firstOf(open) : together(earned, combine, weight, bound, prepared)
    })
  }
}

interface Earned {
  readonly title: string
  readonly full: Exact
  readonly points: Exact
  readonly working: readonly Step[]
}

/** What cannot be known outweighs what is not settled yet. */
function firstOf(open: readonly Points[]): Points {
  const missing = open.flatMap((points) => (points.status === 'undecided' ? points.missing : []))
  return missing.length > 0 ? undecided(...missing) : { status: 'relative' }
}

function together(
  earned: readonly Earned[],
  combine: Combined['combine'],
  weight: Exact,
  bound: (points: Exact, weight: Exact) => Exact,
  prepared: readonly { readonly weight: (weight: Exact) => Exact }[],
): Points {
  const [first] = earned
  if (!first) return withoutTask
  const all = prepared.reduce((sum, part) => add(sum, part.weight(weight)), zero)
  const there = earned.reduce((sum, { full }) => add(sum, full), zero)
  const values = earned.map(({ points }) => points)
  const raised = combine === 'sum' && !isZero(there) && compare(all, there) !== 0
  const combinedPoints =
    combine === 'sum' ? values.reduce(add) : values.reduce(combine === 'best' ? greatest : least, first.points)
  const points = raised ? multiply(combinedPoints, divide(all, there)) : combinedPoints
  const bounded = bound(points, weight)
  const working = earned.flatMap((part) => [
    ...part.working.map((each) => ({ part: part.title, ...each })),
    { ...step('part', part.points), part: part.title },
  ])
  if (raised) working.push({ ...step('factor', divide(all, there)), part: '' })
  return {
    status: 'scored',
    points: bounded,
    working: bounded === points ? working : [...working, step('bounded', bounded)],
  }
}

function situationOf({ actual, target: source, weight }: Part): (situation: Situation) => Situation {
  const full = worthOf(weight)
  const readActual = actual === 'same' ? null : figureReader(actual)
  const readTarget = typeof source === 'object' ? figureReader(source) : null
  return (situation) => {
    const reached = readActual ? readActual(situation.facts) : situation.actual
    const asked = readTarget ? readTarget(situation.facts) : source === 'same' ? situation.target : null
    const target = asked !== null && 'status' in asked && asked.status === 'no-task' ? null : asked
    const known = target !== null && isExact(target) && isExact(reached) && !isZero(target)
    return {
      ...situation,
      weight: full(situation.weight),
      target,
      actual: reached,
      completion: known ? divide(reached, target) : null,
    }
  }
}
