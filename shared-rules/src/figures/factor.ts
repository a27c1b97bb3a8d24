import { z } from 'zod'
import { divide, multiply, one, ratio, type Exact } from '../exact.ts'
import type { Item } from '../facts.ts'
import { isExact, type Undecided } from '../measures/points.ts'
import { itemNumber } from './items.ts'

/** A field that takes part in a product; as `percent`, 50 counts as 0.5. */
export const factorSchema = z.strictObject({ field: z.string().min(1).max(64), as: z.enum(['number', 'percent']) })
export type Factor = Readonly<z.infer<typeof factorSchema>>

const hundred = ratio(100)

/** The product of an item's fields: 金额 × 分成比例. No field at all is 1. */
export function product(ledger: string, factors: readonly Factor[]): (item: Item, index: number) => Exact | Undecided {
  return (item, index) => {
    let result = one
    for (const { field, as } of factors) {
      const value = itemNumber(ledger, item, index, field)
      if (!isExact(value)) return value
      result = multiply(result, as === 'percent' ? divide(value, hundred) : value)
    }
    return result
  }
}
