import type { Unit } from '../../unit.ts'
import type { Binding, TableBinding } from '../recognition/binding.ts'
import { cellText } from './cell-text.ts'
import type { Column, Form } from '../form.ts'
import { isTotal, textKey, unitKey } from '../recognition/head-text.ts'
import type { FormRecord } from '../record.ts'
import { addressIn, isReported, readCells, rowsOf, sheetOf, type SheetRow } from './sheet-rows.ts'
import type { CellAddress, WorkbookSnapshot } from '../snapshot.ts'
import { addressesOf, placing, type PlacedTable } from './placed-tables.ts'
import { readLedger } from './read-ledger.ts'
import type { Addresses, ReadingMemory } from './reading-memory.ts'

/** What one unit reports in a workbook. */
export type FormReading =
  | {
      readonly kind: 'read'
      readonly record: FormRecord
      /** Where each cell of the record stands. */
      readonly addresses: Addresses
      /** Where the unit's issued targets stand, by target key. */
      readonly targetCells: Readonly<Record<string, CellAddress>>
      /** What the sheet shows there, read as a record is; the register's figure is the one that counts. */
      readonly targetTexts: Readonly<Record<string, string | null>>
      /** What 合计 shows, by target key; empty when there is no such row. */
      readonly totalTexts: Readonly<Record<string, string | null>>
      /** Input cells in rows of other units that hold something: never part of a record. */
      readonly foreign: readonly CellAddress[]
    }
  /** No row of the 分解表 bears the unit's name, or several do, which are then listed. */
  | { readonly kind: 'no-row'; readonly unit: Unit; readonly rows: readonly CellAddress[] }

const noMemory: ReadingMemory = { cells: (_heads, _row, read) => read(), addresses: (_places, draw) => draw() }

/** Reads a unit's report from a snapshot, by the binding that was made from this same snapshot. */
export function readForm(
  form: Form,
  binding: Binding,
  snapshot: WorkbookSnapshot,
  unit: Unit,
  memory: ReadingMemory = noMemory,
): FormReading {
  const matrix = sheetOf(snapshot, binding.matrix)
  const rows = rowsOf(matrix, binding.matrix)
  const own = ownRows(rows, binding.matrix, unit)
  const [row] = own
  if (row === undefined || own.length > 1) {
    const position = binding.matrix.columns['unit'] ?? 0
    return { kind: 'no-row', unit, rows: own.map((each) => addressIn(binding.matrix, each.row, position)) }
  }
  const cells = readCells(form.matrix.columns.filter(isReported), row, binding.matrix)
  const ledgers: FormRecord['ledgers'] = {}
  const places: PlacedTable[] = [{ columns: form.matrix.columns, binding: binding.matrix, rows: [row.row] }]
  for (const ledger of form.ledgers) {
    const place = binding.ledgers[ledger.id]
    if (!place) continue
    const read = readLedger(ledger, place, rowsOf(sheetOf(snapshot, place), place), memory)
    ledgers[ledger.id] = read.map((each) => each.cells)
    places.push({ ledger: ledger.id, columns: ledger.columns, binding: place, rows: read.map((each) => each.row) })
  }
  const targets = form.matrix.columns.filter(({ role }) => role === 'target')
  const total = rows.find((each) => isTotalRow(each, binding.matrix))
  return {
    kind: 'read',
    record: { form: form.id, template: binding.template, cells, ledgers },
    addresses: memory.addresses(JSON.stringify([form.id, places.map(placing)]), () => addressesOf(places)),
    targetCells: Object.fromEntries(
      targets.flatMap(({ id, target }) => {
        const position = binding.matrix.columns[id]
        return target === undefined || position === undefined
          ? []
          : [[target, addressIn(binding.matrix, row.row, position)]]
      }),
    ),
    targetTexts: textsByTarget(targets, row, binding.matrix),
    totalTexts: total ? textsByTarget(targets, total, binding.matrix) : {},
    foreign: rows
      .filter((each) => each !== row && !isTotalRow(each, binding.matrix) && unitName(each, binding.matrix) !== '')
      .flatMap((each) => filledIn(form, each, binding.matrix)),
  }
}

function ownRows(rows: readonly SheetRow[], binding: TableBinding, unit: Unit): readonly SheetRow[] {
  const [own, bare] = [textKey(unit.name), unitKey(unit.name)]
  const named = rows.map((row) => ({ row, name: unitName(row, binding) })).filter(({ name }) => name !== '')
  const exact = named.filter(({ name }) => textKey(name) === own)
  return (exact.length > 0 ? exact : named.filter(({ name }) => unitKey(name) === bare)).map(({ row }) => row)
}

function unitName(row: SheetRow, { columns }: TableBinding): string {
  const value = columns['unit'] === undefined ? '' : row.at(columns['unit'])
  return typeof value === 'string' ? value.trim() : ''
}

/** 合计 stands in the unit's column, or in a block merged from the one before it. */
function isTotalRow(row: SheetRow, { columns }: TableBinding): boolean {
  return ['ordinal', 'unit'].some((id) => {
    const position = columns[id]
    return position !== undefined && isTotal(String(row.at(position)))
  })
}

function textsByTarget(
  targets: readonly Column[],
  row: SheetRow,
  binding: TableBinding,
): Record<string, string | null> {
  return Object.fromEntries(
    targets.flatMap((column) => {
      const position = binding.columns[column.id]
      return column.target === undefined || position === undefined
        ? []
        : [[column.target, cellText(row.at(position), column)]]
    }),
  )
}

function filledIn(form: Form, row: SheetRow, binding: TableBinding): readonly CellAddress[] {
  return form.matrix.columns.filter(isReported).flatMap((column) => {
    const position = binding.columns[column.id]
    const text = position === undefined ? null : cellText(row.at(position), column)
    return position === undefined || text === null ? [] : [addressIn(binding, row.row, position)]
  })
}
