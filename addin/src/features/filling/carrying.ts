import {
  cellPath,
  toA1,
  type Binding,
  type CellAddress,
  type CellPath,
  type Cells,
  type CellValue,
  type Column,
  type Form,
  type FormRecord,
  type Ledger,
} from '@kaohe/shared-rules'
import { entryOf } from './corrections.ts'
import { rowIdentity } from '../../ui/row-identity.ts'

/** One cell of the new workbook that would get what stood in the old one. */
export interface CarriedCell {
  readonly place: CellAddress
  readonly column: Column
  /** Where it is, for people: the row's name in a ledger. */
  readonly row: string | null
  readonly before: string | null
  readonly after: string
  readonly entry: CellValue
}

interface Sheet {
  readonly form: Form
  readonly record: FormRecord
  readonly binding: Binding
  readonly addresses: Readonly<Record<CellPath, CellAddress>>
}

/**
 * What of an old record is not in the new workbook yet. A ledger row goes to the row that is the same project, else below
 * the last filled one. What the new form has no column for stays behind, and nothing is emptied.
 */
export function carriedCells(old: FormRecord, sheet: Sheet): readonly CarriedCell[] {
  const { form, record, addresses } = sheet
  const own = differing(form.matrix.columns, old.cells, record.cells, (id) => addresses[cellPath(id)], null)
  return [...own, ...form.ledgers.flatMap((ledger) => carriedRows(ledger, old.ledgers[ledger.id] ?? [], sheet))]
}

function carriedRows(
  ledger: Ledger,
  old: readonly Cells[],
  { record, binding, addresses }: Sheet,
): readonly CarriedCell[] {
  const place = binding.ledgers[ledger.id]
  if (!place) return []
  const rows = record.ledgers[ledger.id] ?? []
  const [naming = ''] = ledger.identity
  const identity = (row: Cells) => rowIdentity(ledger, row)
  const last = rows.length === 0 ? undefined : addresses[cellPath(ledger.id, rows.length - 1, naming)]
  let next = last === undefined ? place.firstRow : rowOf(last) + 1
  return old.flatMap((cells) => {
    const known = rows.findIndex((row) => identity(row) === identity(cells))
    const at = known < 0 ? next++ : null
    const addressOf = (id: string): CellAddress | undefined => {
      if (at === null) return addresses[cellPath(ledger.id, known, id)]
      const column = place.columns[id]
      return column === undefined ? undefined : { sheet: place.sheet, address: toA1(at, column) }
    }
    return differing(ledger.columns, cells, rows[known] ?? {}, addressOf, cells[naming] ?? null)
  })
}

function differing(
  columns: readonly Column[],
  old: Cells,
  now: Cells,
  addressOf: (column: string) => CellAddress | undefined,
  row: string | null,
): readonly CarriedCell[] {
  return columns.flatMap((column): CarriedCell[] => {
    const after = old[column.id] ?? null
    const before = now[column.id] ?? null
    const place = addressOf(column.id)
    if (after === null || after === before || !place || !isTyped(column)) return []
    // What could not be read as a number or a date goes over as the text it is.
    const entry = entryOf(after, column.type)
    return [{ place, column, row, before, after, entry: isReadable(entry) ? entry : after }]
  })
}

const isTyped = ({ role }: Column): boolean => role === 'input' || role === 'note' || role === 'number'

function isReadable(entry: CellValue | undefined): entry is CellValue {
  return entry !== undefined && !Number.isNaN(entry)
}

const rowOf = ({ address }: CellAddress): number => Number(/\d+$/.exec(address)?.[0] ?? '1') - 1
