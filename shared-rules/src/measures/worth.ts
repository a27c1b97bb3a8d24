import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { greatest, least, multiply, type Exact } from '../exact.ts'

/** So much: in points, or as a share of the indicator's weight (`0.05` is 5 % of it). */
export const worthSchema = z.union([z.strictObject({ points: numberText }), z.strictObject({ share: numberText })])
export type Worth = Readonly<z.infer<typeof worthSchema>>

/** The worth in points, for a weight. */
export function worthOf(worth: Worth): (weight: Exact) => Exact {
  if ('points' in worth) {
    const points = exact(worth.points)
    return () => points
  }
  const share = exact(worth.share)
  return (weight) => multiply(share, weight)
}

/** Holds points between a floor and a cap; null does not bound. */
export function within(floor: Worth | null, cap: Worth | null): (points: Exact, weight: Exact) => Exact {
  const low = floor && worthOf(floor)
  const high = cap && worthOf(cap)
  return (points, weight) => {
    const bounded = high ? least(points, high(weight)) : points
    return low ? greatest(bounded, low(weight)) : bounded
  }
}
