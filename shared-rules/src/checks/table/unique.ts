import { z } from 'zod'
import { remembering } from '../../forms/remembering.ts'
import { columnIds } from '../bound.ts'
import { failed, passed, textOf, titleOf } from '../row/row.ts'
import type { Table, TableFinding } from './table.ts'

export const uniqueSchema = z.strictObject({
  kind: z.literal('unique'),
  /** Together these tell a row from others. A row where the first is empty is not compared. */
  columns: columnIds,
})
type Unique = Readonly<z.infer<typeof uniqueSchema>>

/** No two rows agree in all the columns. One finding a group of equal rows, naming every place. */
export function unique(check: Unique, table: Table): readonly TableFinding[] {
  const groups = new Map<string, Table['rows'][number][]>()
  for (const row of table.rows) {
    const parts = check.columns.map((column) => spelled(textOf(row.cells, column)))
    if (parts[0] === '') continue
    // No spelling holds a line break.
    const key = parts.join('\n')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const repeated = [...groups.values()].filter((rows) => rows.length > 1)
  if (repeated.length === 0) return [{ places: [], outcome: passed }]
  return repeated.map((rows) => ({
    places: rows.flatMap(({ index }) => check.columns.map((column) => ({ index, column }))),
    outcome: failed({
      columns: check.columns.map((column) => `『${titleOf(table.columns, column)}』`).join(''),
      value: check.columns
        .map((column) => textOf(rows[0]?.cells ?? {}, column))
        .filter((text) => text !== '')
        .join('，'),
      rows: rows.map(({ index }) => `第${index + 1}行`).join('、'),
    }),
  }))
}

/** Full-width letters, spaces and kinds of brackets do not make two documents of one. */
const spelled = remembering((text) =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〔【[［]/g, '(')
    .replaceAll(/[〕】\]］]/g, ')')
    .toLowerCase(),
)
