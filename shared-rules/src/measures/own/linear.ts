import { z } from 'zod'
import { exact, numberText } from '../../decimal-text.ts'
import { greatest, least, multiply } from '../../exact.ts'
import { basisSchema, onBasis } from '../basis.ts'
import { scored, step } from '../points.ts'
import type { OwnRunner } from '../situation.ts'

export const linearSchema = z.strictObject({
  kind: z.literal('linear'),
  basis: basisSchema,
  /** Past this, nothing more is earned: `1` pays no surplus, `1.2` pays a fifth, null pays all of it. */
  cap: numberText.nullable(),
  /** Below this, nothing more is lost; null lets points go negative. */
  floor: numberText.nullable(),
})
export type Linear = Readonly<z.infer<typeof linearSchema>>

/**
 * 比例得分 (F1, F22)：weight × max(floor, min(cap, x)), x being A⁄T or, reversed, T⁄A.
 *
 * 12.5 分, target 20, actual 23, cap 1.2: 1.15 × 12.5 = 14.375 分. As in 盘山县 2017 争取资金 (cap 1).
 */
export function linear({ basis, cap, floor }: Linear): OwnRunner {
  const most = cap === null ? null : exact(cap)
  const fewest = floor === null ? null : exact(floor)
  return onBasis(basis, (x, { weight }, seen) => {
    const capped = most ? least(x, most) : x
    const counted = fewest ? greatest(capped, fewest) : capped
    // Most completions are counted as they are, and the same number need not be written out twice.
    const as = counted === x ? { name: 'counted' as const, value: seen.value } : step('counted', counted)
    return scored(multiply(counted, weight), seen, as)
  })
}
