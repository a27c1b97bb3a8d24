import { exact } from '../decimal-text.ts'
import { add, compare, floorTo, ratio, rounded, subtract, zero, type Exact, type Rounding } from '../exact.ts'

/**
 * 最大余数法: parts are cut down to the pack's places, then raised by one in the last place, those that lost most first,
 * until they add up to the rounded total. Equal remainders go in the order given; parts without points stay null.
 */
export function largestRemainder(parts: readonly (Exact | null)[], rounding: Rounding): readonly (string | null)[] {
  const unit = ratio(1, 10 ** rounding.places)
  const floors = parts.map((each) => each && floorTo(each, rounding.places))
  let gap = subtract(exact(rounded(sum(parts), rounding)), sum(floors))
  const byLoss = parts
    .flatMap((each, index) => (each ? [{ index, loss: subtract(each, floors[index] ?? zero) }] : []))
    .sort((a, b) => compare(b.loss, a.loss))
  for (const { index } of byLoss) {
    if (compare(gap, unit) < 0) break
    floors[index] = add(floors[index] ?? zero, unit)
    gap = subtract(gap, unit)
  }
  return floors.map((each) => each && rounded(each, rounding))
}

const sum = (values: readonly (Exact | null)[]): Exact =>
  values.reduce<Exact>((all, each) => add(all, each ?? zero), zero)
