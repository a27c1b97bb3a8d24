import { z } from 'zod'
import { decimalText, exact } from './decimal-text.ts'
import { isDay } from './day.ts'
import { compare, parseExact } from './exact.ts'

const field = z.string().min(1).max(64)
const value = z.string().max(200)

/** What must hold of one cell of a row. `at-least` and `at-most` take the bound in, as 以上 and 以下 do in Chinese law; `above` and `below` do not. */
export const conditionSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('filled'), field }),
  z.strictObject({ op: z.literal('empty'), field }),
  z.strictObject({ op: z.literal('equals'), field, value }),
  z.strictObject({ op: z.literal('differs'), field, value }),
  z.strictObject({ op: z.literal('one-of'), field, values: z.array(value).min(1).max(100) }),
  z.strictObject({ op: z.literal('at-least'), field, value: decimalText }),
  z.strictObject({ op: z.literal('at-most'), field, value: decimalText }),
  z.strictObject({ op: z.literal('above'), field, value: decimalText }),
  z.strictObject({ op: z.literal('below'), field, value: decimalText }),
  z.strictObject({ op: z.literal('on-or-after'), field, value: z.iso.date() }),
  z.strictObject({ op: z.literal('on-or-before'), field, value: z.iso.date() }),
])
export type Condition = Readonly<z.infer<typeof conditionSchema>>

type Cells = Readonly<Record<string, string | null>>
type Test = (cells: Cells) => boolean | undefined

/** Whether the condition holds, or undefined when the cell is empty or cannot be read: unknown is not "no". */
export function holds(condition: Condition, cells: Cells): boolean | undefined {
  return conditionTest(condition)(cells)
}

/** The condition with its bound read once, for many rows. */
export function conditionTest(condition: Condition): Test {
  switch (condition.op) {
    case 'filled':
      return (cells) => textOf(cells, condition.field) !== ''
    case 'empty':
      return (cells) => textOf(cells, condition.field) === ''
    case 'equals':
      return onText(condition.field, (text) => text === condition.value)
    case 'differs':
      return onText(condition.field, (text) => text !== condition.value)
    case 'one-of':
      return onText(condition.field, (text) => condition.values.includes(text))
    case 'at-least':
      return onNumber(condition, (difference) => difference >= 0)
    case 'at-most':
      return onNumber(condition, (difference) => difference <= 0)
    case 'above':
      return onNumber(condition, (difference) => difference > 0)
    case 'below':
      return onNumber(condition, (difference) => difference < 0)
    case 'on-or-after':
      return onText(condition.field, (text) => (isDay(text) ? text >= condition.value : undefined))
    case 'on-or-before':
      return onText(condition.field, (text) => (isDay(text) ? text <= condition.value : undefined))
  }
}

const textOf = (cells: Cells, name: string): string => cells[name]?.trim() ?? ''

const onText =
  (name: string, test: (text: string) => boolean | undefined): Test =>
  (cells) => {
    const text = textOf(cells, name)
    return text === '' ? undefined : test(text)
  }

function onNumber(
  { field: name, value: bound }: { field: string; value: string },
  test: (difference: number) => boolean,
): Test {
  const limit = exact(bound)
  return onText(name, (text) => {
    const figure = parseExact(text)
    return figure && test(compare(figure, limit))
  })
}
