import { parseReference } from '../addresses.ts'
import { findHeads } from './find-heads.ts'
import type { Column, Form } from '../form.ts'
import { headIndex, type HeadIndex } from './head-index.ts'
import { headKeys, textKey } from './head-text.ts'
import { parseColumnName } from '../names.ts'
import type { SheetSnapshot, WorkbookSnapshot } from '../snapshot.ts'

/** Where a table lies: rows and columns counted from zero on the sheet itself. */
export interface TableBinding {
  readonly sheet: string
  /** First row under the heads; blank ones may come before the first that is filled. */
  readonly firstRow: number
  /** Column positions by column id. */
  readonly columns: Readonly<Record<string, number>>
}

/** Where a form lies in a workbook. It belongs to the snapshot it was made from: bind again after any change. */
export interface Binding {
  readonly form: string
  /** As the defined names say, else that of the form's description. */
  readonly template: number
  readonly matrix: TableBinding
  readonly ledgers: Readonly<Record<string, TableBinding>>
}

/** A table of a form: the matrix, or the ledger of this id. */
export interface Table {
  readonly ledger: string | null
  readonly sheet: string
  readonly columns: readonly Column[]
}

export function tablesOf(form: Form): readonly Table[] {
  return [
    { ledger: null, sheet: form.matrix.sheet, columns: form.matrix.columns },
    ...form.ledgers.map(({ id, sheet, columns }) => ({ ledger: id, sheet, columns })),
  ]
}

/** Columns that must be found; the others are not read. */
export function isRequired({ role }: Column): boolean {
  return role !== 'ordinal' && role !== 'derived'
}

/** What was found of one table, and by which means. */
export interface FoundTable {
  readonly binding: TableBinding
  readonly byName: readonly string[]
  readonly byHead: readonly string[]
}

export interface IndexedSheet {
  readonly sheet: SheetSnapshot
  readonly heads: HeadIndex
}

export function indexSheets(snapshot: WorkbookSnapshot): readonly IndexedSheet[] {
  return snapshot.sheets.map((sheet) => ({ sheet, heads: headIndex(sheet) }))
}

/** Templates by how many columns of the form carry names of it, the most first. */
export function templatesNamed(form: Form, names: WorkbookSnapshot['names']): readonly number[] {
  const counts = new Map<number, number>()
  for (const name of Object.keys(names)) {
    const parsed = parseColumnName(name)
    if (parsed && same(parsed.form, form.id)) counts.set(parsed.template, (counts.get(parsed.template) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([template]) => template)
}

/** Finds a table on one sheet: each column by its defined name while its head still stands above, else by its head. */
export function findTable(
  form: Form,
  table: Table,
  template: number | undefined,
  names: WorkbookSnapshot['names'],
  { sheet, heads }: IndexedSheet,
): FoundTable {
  const headed = findHeads(table.columns, heads, table.ledger !== null)
  const named = template === undefined ? {} : namedColumns(form, table, template, names, sheet)
  const columns: Record<string, number> = {}
  const byName: string[] = []
  const byHead: string[] = []
  for (const column of table.columns) {
    const name = named[column.id]
    const head = headed?.places[column.id]
    // A tool that moves cells without their names leaves the name over another column; then the head knows better.
    if (name && (!head || head.column === name.left || hasHead(column, heads, name.left))) {
      columns[column.id] = name.left
      byName.push(column.id)
    } else if (head) {
      columns[column.id] = head.column
      byHead.push(column.id)
    }
  }
  const tops = Object.values(named).map(({ top }) => top)
  // A row inserted just under the heads lies outside the name, but is a row of the table all the same.
  const firstRow = headed?.firstRow ?? Math.max(0, ...tops)
  return { binding: { sheet: sheet.name, firstRow, columns }, byName, byHead }
}

function namedColumns(
  form: Form,
  table: Table,
  template: number,
  names: WorkbookSnapshot['names'],
  sheet: SheetSnapshot,
): Record<string, { left: number; top: number }> {
  const found: Record<string, { left: number; top: number }> = {}
  for (const [name, reference] of Object.entries(names)) {
    const parsed = parseColumnName(name)
    if (!parsed || parsed.template !== template || !same(parsed.form, form.id)) continue
    if (!same(parsed.ledger ?? '', table.ledger ?? '')) continue
    const column = table.columns.find(({ id }) => same(id, parsed.column))
    const area = parseReference(reference)
    if (column && area && same(area.sheet, sheet.name)) found[column.id] = area
  }
  return found
}

function hasHead(column: Column, heads: HeadIndex, position: number): boolean {
  return headKeys(column.head.at(-1) ?? '', column.unit).some((key) =>
    heads.find(key).some((place) => place.column === position),
  )
}

/** Excel compares names and sheets without case. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Does the sheet carry this title? */
export function hasTitle(title: string, { heads }: IndexedSheet): boolean {
  return heads.find(textKey(title)).length > 0
}
