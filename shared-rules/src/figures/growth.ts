import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { divide, isPositive, multiply, ratio, subtract, type Exact } from '../exact.ts'
import { isExact, undecided, withoutTask, type Undecided, type WithoutTask } from '../measures/points.ts'
import type { Figure, FigureReader } from './figure.ts'

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
  return quotient(read(now), read(before), fromZero, (a, b) => multiply(hundred, divide(subtract(a, b), b)))
}

export function quotient(
  above: FigureReader,
  below: FigureReader,
  byZero: ByZero,
  divided: (above: Exact, below: Exact) => Exact,
): FigureReader {
  const stand = standIn(byZero)
  return (facts) => {
    const a = above(facts)
    if (!isExact(a)) return a
    const b = below(facts)
    if (!isExact(b)) return b
    return isPositive(b) ? divided(a, b) : stand
  }
}

function standIn(byZero: ByZero): Exact | Undecided | WithoutTask {
  if (typeof byZero === 'object') return exact(byZero.value)
  return byZero === 'no-task' ? withoutTask : undecided({ kind: 'actual', key: '' })
}
