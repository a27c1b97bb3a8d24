import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { divide, isPositive, multiply, ratio, subtract, type Exact } from '../exact.ts'
import {
  isExact,
  undecided,
  withoutTask,
  type MissingFact,
  type Undecided,
  type WithoutTask,
} from '../measures/points.ts'
import type { Figure, FigureReader } from './figure.ts'
import { sourcesOf } from './sources.ts'

/** What stands for a quotient by zero or less: not known, no task, or a figure the office has named. */
export const byZeroSchema = z.union([z.enum(['undecided', 'no-task']), z.strictObject({ value: numberText })])
type ByZero = z.infer<typeof byZeroSchema>

/** 增幅: how much more than `before`, in percent. */
export interface Growth {
  readonly kind: 'growth'
  readonly now: Figure
  readonly before: Figure
  /** The year before was zero or less, so there is no rate. */
  readonly fromZero: ByZero
}

export const growthSchema = (figure: z.ZodType<Figure>) =>
  z.strictObject({ kind: z.literal('growth'), now: figure, before: figure, fromZero: byZeroSchema })

const hundred = ratio(100)

/**
 * 增幅 (F14)：100 × (now − before) ⁄ before.
 *
 * 西平县 2017 Q1: actual 24637, increment 3644, before = 24637 − 3644: 17.4 %.
 */
export function growth({ now, before, fromZero }: Growth, read: (figure: Figure) => FigureReader): FigureReader {
  return quotient({ above: now, below: before, byZero: fromZero }, read, (a, b) =>
    multiply(hundred, divide(subtract(a, b), b)),
  )
}

interface Quotient {
  readonly above: Figure
  readonly below: Figure
  readonly byZero: ByZero
}

export function quotient(
  { above, below, byZero }: Quotient,
  read: (figure: Figure) => FigureReader,
  divided: (above: Exact, below: Exact) => Exact,
): FigureReader {
  const [over, under, stand] = [read(above), read(below), standIn(byZero, below)]
  return (facts) => {
    const a = over(facts)
    if (!isExact(a)) return a
    const b = under(facts)
    if (!isExact(b)) return b
    return isPositive(b) ? divided(a, b) : stand
  }
}

function standIn(byZero: ByZero, below: Figure): Exact | Undecided | WithoutTask {
  if (typeof byZero === 'object') return exact(byZero.value)
  return byZero === 'no-task' ? withoutTask : undecided(...whatStandsBehind(below))
}

/** The facts that came to zero. A figure that is no fact of the unit's (a constant) leaves the name open. */
function whatStandsBehind(figure: Figure): readonly MissingFact[] {
  const { keys, ledgers } = sourcesOf(figure)
  const facts = [
    ...keys.map((key): MissingFact => ({ kind: 'actual', key })),
    ...ledgers.map((key): MissingFact => ({ kind: 'item', key })),
  ]
  return facts.length === 0 ? [{ kind: 'actual', key: '' }] : facts
}
