import { z } from 'zod'
import { compare, parseExact } from './exact.ts'

const field = z.string().min(1)
const decimal = z.string().refine((text) => parseExact(text) !== undefined, '须为十进制数字文本，如 "5000"')

/** What must hold of one cell of a row. Bounds are inclusive, as 以上 and 以下 are in Chinese law. */
export const conditionSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('filled'), field }),
  z.strictObject({ op: z.literal('equals'), field, value: z.string() }),
  z.strictObject({ op: z.literal('one-of'), field, values: z.array(z.string()).min(1) }),
  z.strictObject({ op: z.literal('at-least'), field, value: decimal }),
  z.strictObject({ op: z.literal('at-most'), field, value: decimal }),
  z.strictObject({ op: z.literal('on-or-after'), field, value: z.iso.date() }),
  z.strictObject({ op: z.literal('on-or-before'), field, value: z.iso.date() }),
])
export type Condition = Readonly<z.infer<typeof conditionSchema>>

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success

/** Whether the condition holds, or undefined when the cell is empty or cannot be read: unknown is not "no". */
export function holds(condition: Condition, cells: Readonly<Record<string, string | null>>): boolean | undefined {
  const text = cells[condition.field]?.trim() ?? ''
  if (condition.op === 'filled') return text !== ''
  if (text === '') return undefined
  switch (condition.op) {
    case 'equals':
      return text === condition.value
    case 'one-of':
      return condition.values.includes(text)
    case 'at-least':
    case 'at-most': {
      const [actual, bound] = [parseExact(text), parseExact(condition.value)]
      if (!actual || !bound) return undefined
      return condition.op === 'at-least' ? compare(actual, bound) >= 0 : compare(actual, bound) <= 0
    }
    case 'on-or-after':
      return isDay(text) ? text >= condition.value : undefined
    case 'on-or-before':
      return isDay(text) ? text <= condition.value : undefined
  }
}
