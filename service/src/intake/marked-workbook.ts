import type { Worksheet } from '@cj-tech-master/excelts'
import {
  fromA1,
  gridOfBook,
  parseReference,
  toReference,
  type Binding,
  type CellAddress,
  type Form,
  type Unit,
} from '@kaohe/shared-rules'
import { newWorkbook } from '../workbooks/new-workbook.ts'
import type { Book, BookSheet } from '../workbooks/reading/book.ts'
import type { Table } from '../workbooks/table.ts'
import { drawTable } from '../workbooks/write-tables.ts'
import { drawGrid } from '../workbooks/write-workbook.ts'
import { drawnPlaces, mostDrawnPlaces } from './drawn-places.ts'
import { severities } from './list-of-faults.ts'
import type { Outcome } from './outcome.ts'

/** A form that was found in a file, and whose it is. */
export interface FoundForm {
  readonly book: Book
  readonly form: Form
  readonly binding: Binding
  readonly unit: Unit
  /** Where each cell of the record stands. */
  readonly addresses: Readonly<Record<string, CellAddress>>
}

type Checked = Extract<Outcome, { readonly kind: 'checked' }>
/** What a cell is told, and how gravely. */
interface Mark extends CellAddress {
  readonly tint: string
  readonly message: string
}

/** Light enough to stay readable in print; the note of the cell says the same in words. The gravest comes last. */
const tints = { foreign: 'FFE7E6E6', advice: 'FFDDEBF7', amber: 'FFFFE699', red: 'FFFFC7CE' } as const
const mostMerges = 500

/**
 * What goes back to whoever filled a file in: the list of what is wrong, and the form drawn anew with every such cell tinted and
 * noted, to be put right there and handed in again. The file itself is never written to; its texts stay texts.
 */
export async function markedWorkbook(
  list: Table,
  outcome: Outcome,
  found: FoundForm | null,
  writtenAt: Date,
): Promise<Uint8Array> {
  const workbook = await newWorkbook(list.title, writtenAt)
  drawTable(workbook.addWorksheet(list.name), list)
  if (found && outcome.kind === 'checked') {
    const { book, addresses } = found
    const sheets = drawable(found, list.name)
    const marks = marksOf(outcome, addresses)
    for (const sheet of gridOfBook({ ...book, sheets }, found, '').sheets) {
      const drawn = workbook.addWorksheet(sheet.name)
      await drawGrid(drawn, sheet)
      for (const mark of marks) if (mark.sheet === sheet.name) put(drawn, mark)
    }
    workbook.definedNames.model = ourNames(
      book,
      sheets.map(({ name }) => name),
    )
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The sheets that the form lies on, if Excel can hold them under their names and they are not too large. */
function drawable({ book, binding }: FoundForm, taken: string): readonly BookSheet[] {
  const places = [binding.matrix, ...Object.values(binding.ledgers)]
  const sheets = book.sheets.filter(({ name }) => places.some(({ sheet }) => sheet === name))
  const names = new Set([taken, ...sheets.map(({ name }) => name)].map((name) => name.toLowerCase()))
  const isSmall = drawnPlaces(sheets, binding) <= mostDrawnPlaces
  const fine = isSmall && names.size > sheets.length && sheets.every(({ name }) => sheetName.test(name))
  return fine ? sheets.map((sheet) => ({ ...sheet, merges: mergesWithin(sheet) })) : []
}

const sheetName = /^(?!'|history$)[^*?:\\/[\]]{1,31}(?<!')$/i
const widthOf = (values: BookSheet['values']): number => Math.max(0, ...values.map((row) => row.length))

/** Merges of filled places that do not overlap: Excel would repair a sheet with any other. */
function mergesWithin({ merges, values }: BookSheet): readonly string[] {
  const width = widthOf(values)
  const covered = new Set<number>()
  return merges.slice(0, mostMerges).filter((block) => {
    const [from, to] = block.split(':').map(fromA1)
    if (!from || !to || to.row >= values.length || to.column >= width) return false
    const inside: number[] = []
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1) inside.push(row * width + column)
    if (inside.some((place) => covered.has(place))) return false
    for (const place of inside) covered.add(place)
    return true
  })
}

function marksOf({ verdicts, foreign }: Checked, addresses: FoundForm['addresses']): readonly Mark[] {
  const marks = verdicts.flatMap(({ paths, severity, message, check }) =>
    paths.flatMap((path): Mark[] => {
      const place = addresses[path]
      return place ? [{ ...place, tint: tints[severity], message: `${severities[severity]}：${message ?? check}` }] : []
    }),
  )
  const others = foreign.map((place): Mark => ({
    ...place,
    tint: tints.foreign,
    message: '不会提交：这一行是其他单位的',
  }))
  const gravity = Object.values(tints) as readonly string[]
  return [...marks, ...others].toSorted((a, b) => gravity.indexOf(a.tint) - gravity.indexOf(b.tint))
}

/** Tints the cell and adds to its note. Later ones are graver, so their tint stays and their words come first. */
function put(sheet: Worksheet, { address, tint, message }: Mark): void {
  const cell = sheet.getCell(address)
  // A style is shared by all cells that look alike.
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: tint } } }
  const said = typeof cell.note === 'string' ? cell.note : undefined
  cell.note = said === undefined ? message : `${message}\n${said}`
}

/** The names by which the form is recognised when it comes back. */
const ourNames = ({ names }: Book, sheets: readonly string[]) =>
  Object.entries(names).flatMap(([name, reference]) => {
    const area = /^kaohe\.[a-z0-9.-]+$/i.test(name) ? parseReference(reference) : undefined
    return area && sheets.includes(area.sheet) ? [{ name, ranges: [toReference(area)] }] : []
  })
