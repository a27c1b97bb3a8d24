import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { add, divide, greatest, least, multiply, one, ratio, subtract, zero, type Exact } from '../exact.ts'
import { isExact } from '../measures/points.ts'
import type { Figure, FigureReader } from './figure.ts'
import { byZeroSchema, quotient } from './growth.ts'

type Read = (figure: Figure) => FigureReader

/** A figure the pack itself holds. */
export const constantSchema = z.strictObject({ kind: z.literal('constant'), value: numberText })
export function constant({ value }: z.infer<typeof constantSchema>): FigureReader {
  const figure = exact(value)
  return () => figure
}

/** 1 for a unit whose facts carry the flag, else 0. */
export const flagSchema = z.strictObject({ kind: z.literal('flag'), flag: z.string().min(1).max(64) })
export function flag({ flag: name }: z.infer<typeof flagSchema>): FigureReader {
  return ({ flags }) => (flags.includes(name) ? one : zero)
}

/** Σ of several figures. */
export interface Total {
  readonly kind: 'total'
  readonly of: readonly Figure[]
}
export const totalSchema = (figure: z.ZodType<Figure>) =>
  z.strictObject({ kind: z.literal('total'), of: z.array(figure).min(1).max(30) })
export function total({ of }: Total, read: Read): FigureReader {
  const readers = of.map(read)
  return (facts) => {
    let sum = zero
    for (const reader of readers) {
      const value = reader(facts)
      if (!isExact(value)) return value
      sum = add(sum, value)
    }
    return sum
  }
}

/** `of` − `minus`. */
export interface Difference {
  readonly kind: 'difference'
  readonly of: Figure
  readonly minus: Figure
}
export const differenceSchema = (figure: z.ZodType<Figure>) =>
  z.strictObject({ kind: z.literal('difference'), of: figure, minus: figure })
export function difference({ of, minus }: Difference, read: Read): FigureReader {
  const [left, right] = [read(of), read(minus)]
  return (facts) => {
    const a = left(facts)
    if (!isExact(a)) return a
    const b = right(facts)
    return isExact(b) ? subtract(a, b) : b
  }
}

/** `of` ⁄ `by`, as a number or in percent. */
export interface Ratio {
  readonly kind: 'ratio'
  readonly of: Figure
  readonly by: Figure
  readonly in: 'number' | 'percent'
  readonly byZero: z.infer<typeof byZeroSchema>
}
export const ratioSchema = (figure: z.ZodType<Figure>) =>
  z.strictObject({
    kind: z.literal('ratio'),
    of: figure,
    by: figure,
    in: z.enum(['number', 'percent']),
    byZero: byZeroSchema,
  })
export function ratioOf({ of, by, in: unit, byZero }: Ratio, read: Read): FigureReader {
  const scale = ratio(unit === 'percent' ? 100 : 1)
  return quotient({ above: of, below: by, byZero }, read, (a, b) => multiply(scale, divide(a, b)))
}

/** `of` × `times`, held between two bounds; null does not bound. */
export interface Scaled {
  readonly kind: 'scaled'
  readonly of: Figure
  readonly times: string
  readonly least: string | null
  readonly most: string | null
}
export const scaledSchema = (figure: z.ZodType<Figure>) =>
  z.strictObject({
    kind: z.literal('scaled'),
    of: figure,
    times: numberText,
    least: numberText.nullable(),
    most: numberText.nullable(),
  })
export function scaled({ of, times, least: low, most: high }: Scaled, read: Read): FigureReader {
  const [reader, factor] = [read(of), exact(times)]
  const [floor, cap] = [low === null ? null : exact(low), high === null ? null : exact(high)]
  return (facts) => {
    const value = reader(facts)
    if (!isExact(value)) return value
    const product: Exact = multiply(value, factor)
    const capped = cap ? least(product, cap) : product
    return floor ? greatest(capped, floor) : capped
  }
}
