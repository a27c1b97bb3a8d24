import { findTable, isRequired, type FoundTable, type IndexedSheet, type Table } from './binding.ts'
import type { Form } from '../form.ts'
import { unitKey } from './head-text.ts'
import type { WorkbookSnapshot } from '../snapshot.ts'

/** The sheet on which most of the table is found; among equals that with its units, then that of its own name. */
export function bestSheet(
  form: Form,
  table: Table,
  template: number | undefined,
  { names }: WorkbookSnapshot,
  sheets: readonly IndexedSheet[],
  unitKeys: ReadonlySet<string>,
): FoundTable | undefined {
  const [only, ...others] = sheets
  if (only && others.length === 0) return findTable(form, table, template, names, only)
  const rated = sheets.map((sheet) => {
    const found = findTable(form, table, template, names, sheet)
    const required = table.columns.filter((column) => isRequired(column) && column.id in found.binding.columns).length
    return {
      found,
      rate: [required, found.byName.length, unitsIn(found, sheet, unitKeys), sheet.sheet.name === table.sheet ? 1 : 0],
    }
  })
  return rated.toSorted((a, b) => compareRates(b.rate, a.rate))[0]?.found
}

function unitsIn({ binding }: FoundTable, { sheet }: IndexedSheet, unitKeys: ReadonlySet<string>): number {
  const position = binding.columns['unit']
  if (position === undefined) return 0
  return sheet.values.filter((row) => {
    const name = row[position - sheet.left]
    return typeof name === 'string' && unitKeys.has(unitKey(name))
  }).length
}

function compareRates(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rate, index) => rate !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
