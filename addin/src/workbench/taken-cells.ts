import { fromA1, readForm, recognise, type FormGrid, type Pack, type Unit } from '@kaohe/shared-rules'
import { carriedCells, type CarriedCell } from '../features/filling/carrying.ts'
import { formsInForce } from '../features/filling/recognising.ts'
import { isOpen, type Change } from '../workbook/book-sheet.ts'
import { memoryBook, type MemoryBook, type SheetChanges } from '../workbook/memory-book.ts'
import { memoryWorkbook } from '../workbook/memory-workbook.ts'
import { bookOfGrid } from './book-of-grid.ts'
import type { FormEntry } from './forms-api.ts'

interface Known {
  readonly pack: Pack
  readonly units: readonly Unit[]
  /** Whose form is open. */
  readonly unit: string
  readonly forms: readonly FormEntry[]
}

/** What a file would put into the open form; `no-row`: the unit has no row of its own in one of the two. */
export type TakenCells =
  | { readonly kind: 'cells'; readonly cells: readonly CarriedCell[]; readonly locked: number }
  | { readonly kind: 'unrecognised' | 'no-row' }

/** The figures of a file that the open form has a cell for and does not hold yet. Only what may be typed is taken. */
export async function takenCells(file: FormGrid, book: MemoryBook, known: Known): Promise<TakenCells> {
  const from = await reading(memoryBook(bookOfGrid(file)), file.form, known)
  const to = await reading(book, file.form, known)
  if (!from || !to) return { kind: 'unrecognised' }
  if (from.read.kind !== 'read' || to.read.kind !== 'read') return { kind: 'no-row' }
  const { form, binding, read } = to
  const { record, addresses } = read
  const all = carriedCells(from.read.record, { form, binding, record, addresses })
  const cells = all.filter(({ place }) => isOpenIn(book, place))
  return { kind: 'cells', cells, locked: all.length - cells.length }
}

/** The cells by sheet, as one step of the workbook. */
export function changesOf(cells: readonly CarriedCell[]): readonly SheetChanges[] {
  const sheets = new Map<string, Change[]>()
  for (const { place, entry } of cells) {
    const at = fromA1(place.address)
    if (at) sheets.set(place.sheet, [...(sheets.get(place.sheet) ?? []), { ...at, value: entry }])
  }
  return [...sheets].map(([sheet, changes]) => ({ sheet, changes }))
}

async function reading(book: MemoryBook, form: string, { pack, units, unit, forms }: Known) {
  const owner = units.find(({ id }) => id === unit)
  const inForce = formsInForce(
    pack,
    forms.map(({ id, template }) => ({ form: id, template })),
  )
  const snapshot = await memoryWorkbook(book).snapshot()
  if (!owner || !snapshot.ok) return null
  const seen = recognise(
    inForce.filter(({ id }) => id === form),
    snapshot.value,
    units,
  )
  if (seen.kind !== 'recognised') return null
  return { form: seen.form, binding: seen.binding, read: readForm(seen.form, seen.binding, snapshot.value, owner) }
}

function isOpenIn(book: MemoryBook, { sheet, address }: CarriedCell['place']): boolean {
  const found = book.state().sheets.find(({ name }) => name === sheet)
  const at = fromA1(address)
  return found !== undefined && at !== undefined && isOpen(found, at)
}
