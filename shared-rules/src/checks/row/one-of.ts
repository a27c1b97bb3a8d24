import { z } from 'zod'
import { columnId } from '../bound.ts'
import { failed, notApplicable, passed, textOf, type Finding, type Row } from './row.ts'

export const oneOfSchema = z.strictObject({
  kind: z.literal('one-of'),
  column: columnId,
  values: z.array(z.string().min(1)).min(1),
})
type OneOf = Readonly<z.infer<typeof oneOfSchema>>

/** The cell holds one of the words. An empty cell is left to `required`. */
export function oneOf(check: OneOf, row: Row): readonly Finding[] {
  const value = textOf(row.cells, check.column)
  const outcome =
    value === ''
      ? notApplicable
      : check.values.includes(value)
        ? passed
        : failed({ value, choices: check.values.join('、') })
  return [{ columns: [check.column], outcome }]
}
