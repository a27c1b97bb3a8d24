import { z } from 'zod'
import { conditionSchema } from '../condition.ts'
import { add, parseExact, ratio, zero, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isUndecided, undecided, type MissingFact, type Undecided } from '../measures/points.ts'
import { factorSchema, product } from './factor.ts'
import { chosenItems } from './items.ts'

const key = z.string().min(1).max(64)

/** 填报数: the figure as reported (or verified) under a key of `facts.actuals`. */
const reportedSchema = z.strictObject({ kind: z.literal('reported'), key })

/** 台账计数: how many items of a ledger meet every condition. A typed count is never scored. */
const countSchema = z.strictObject({ kind: z.literal('count'), ledger: key, where: z.array(conditionSchema).max(20) })

/** 台账求和: Σ of the product of `of` over the items that meet every condition (金额 × 分成比例). */
const sumSchema = z.strictObject({
  kind: z.literal('sum'),
  ledger: key,
  of: z.array(factorSchema).min(1).max(4),
  where: z.array(conditionSchema).max(20),
})

/** Where an indicator's figure comes from. */
export const figureSchema = z.discriminatedUnion('kind', [reportedSchema, countSchema, sumSchema])
export type Figure = Readonly<z.infer<typeof figureSchema>>

/** The figure of one unit, or what is missing for it. */
export type FigureReader = (facts: UnitFacts) => Exact | Undecided

export function figureReader(figure: Figure): FigureReader {
  switch (figure.kind) {
    case 'reported':
      return ({ actuals }) => {
        const text = Object.hasOwn(actuals, figure.key) ? actuals[figure.key] : undefined
        const value = typeof text === 'string' ? parseExact(text) : undefined
        return value ?? undecided({ kind: 'actual', key: figure.key })
      }
    case 'count': {
      const choose = chosenItems(figure.ledger, figure.where)
      return (facts) => {
        const chosen = choose(facts)
        return 'status' in chosen ? chosen : ratio(BigInt(chosen.length))
      }
    }
    case 'sum': {
      const choose = chosenItems(figure.ledger, figure.where)
      const times = product(figure.ledger, figure.of)
      return (facts) => {
        const chosen = choose(facts)
        if ('status' in chosen) return chosen
        const missing: MissingFact[] = []
        let sum = zero
        for (const [index, item] of chosen) {
          const value = times(item, index)
          if (isUndecided(value)) missing.push(...value.missing)
          else sum = add(sum, value)
        }
        return missing.length > 0 ? undecided(...missing) : sum
      }
    }
  }
}
