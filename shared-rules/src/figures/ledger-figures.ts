import { z } from 'zod'
import { conditionSchema } from '../condition.ts'
import { add, ratio, zero } from '../exact.ts'
import { isExact, undecided, type MissingFact } from '../measures/points.ts'
import { factorSchema, product } from './factor.ts'
import type { FigureReader } from './figure.ts'
import { chosenItems } from './items.ts'

const key = z.string().min(1).max(64)
const items = {
  ledger: key,
  where: z.array(conditionSchema).max(20),
  /** Of items equal in this field, only the first counts: 同一项目只计一次. */
  once: key.optional(),
}

/** 台账计数: how many items of a ledger meet every condition. A typed count is never scored. */
export const countSchema = z.strictObject({ kind: z.literal('count'), ...items })

export function count({ ledger, where, once }: z.infer<typeof countSchema>): FigureReader {
  const choose = chosenItems(ledger, where, once)
  return (facts) => {
    const chosen = choose(facts)
    return 'status' in chosen ? chosen : ratio(chosen.length)
  }
}

/** 台账求和: Σ of the product of `of` over the items that meet every condition (金额 × 分成比例). */
export const sumSchema = z.strictObject({ kind: z.literal('sum'), ...items, of: z.array(factorSchema).min(1).max(4) })

export function sum({ ledger, where, once, of }: z.infer<typeof sumSchema>): FigureReader {
  const choose = chosenItems(ledger, where, once)
  const times = product(ledger, of)
  return (facts) => {
    const chosen = choose(facts)
    if ('status' in chosen) return chosen
    const missing: MissingFact[] = []
    let total = zero
    for (const [index, item] of chosen) {
      const value = times(item, index)
      if (isExact(value)) total = add(total, value)
      else missing.push(...value.missing)
    }
    return missing.length > 0 ? undecided(...missing) : total
  }
}
