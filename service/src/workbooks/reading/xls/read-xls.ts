import type { WorkBook, WorkSheet } from '@e965/xlsx'
import type { CellValue } from '@kaohe/shared-rules'
import { toA1Block } from '@kaohe/shared-rules/recognition'
import { days1904, visibleFirst, type Book, type BookSheet } from '../book.ts'
import { allowanceOf, cellStore, type Allowance } from '../cell-store.ts'
import type { ReadLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { isDateFormat } from '../xlsx/date-styles.ts'
import { openCompound } from './compound.ts'
import { surveyBiff } from './survey-biff.ts'

/** Reads an .xls of Excel 97 and later. The library is handed nothing but a surveyed record stream, and loaded for the first. */
export async function readXls(file: Buffer, limits: ReadLimits): Promise<Book> {
  const compound = openCompound(file)
  if (compound.names.some((name) => /^EncryptedPackage$/i.test(name))) throw new Refusal('password')
  if (compound.names.some((name) => /^_VBA_PROJECT/i.test(name))) throw new Refusal('macro')
  const stream = compound.stream('Workbook')
  if (!stream) throw new Refusal(compound.stream('Book') ? 'other-format' : 'not-a-workbook')
  surveyBiff(stream, limits)
  const library = await import('@e965/xlsx')
  const book = parsed(library, stream)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const allowance = allowanceOf(limits)
  const sheets = book.SheetNames.flatMap((name, index): BookSheet[] => {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    // Chart sheets hold no cells.
    return sheet && sheet['!type'] !== 'chart'
      ? [{ name, hidden, ...readSheet(library, sheet, limits, allowance, is1904) }]
      : []
  })
  if (sheets.length > limits.sheets) throw new Refusal('too-many-cells')
  const names = (book.Workbook?.Names ?? []).filter(
    ({ Sheet: own, Ref: ref }) => own === undefined && ref.length <= 500,
  )
  return {
    format: 'xls',
    sheets: visibleFirst(sheets),
    names: Object.fromEntries(names.slice(0, limits.names).map(({ Name: name, Ref: ref }) => [name, ref])),
  }
}

type Library = typeof import('@e965/xlsx')

function parsed({ read }: Library, stream: Buffer): WorkBook {
  try {
    return read(stream, {
      type: 'buffer',
      cellText: false,
      cellHTML: false,
      cellNF: true,
      cellFormula: false,
      cellStyles: true,
      dense: false,
    })
  } catch (error) {
    // Heap exhaustion ends the worker; anything else is the library's way of not making sense of the file.
    throw new Refusal('damaged', { cause: error })
  }
}

function readSheet(
  { utils }: Library,
  sheet: WorkSheet,
  limits: ReadLimits,
  allowance: Allowance,
  is1904: boolean,
): Omit<BookSheet, 'name' | 'hidden'> {
  const store = cellStore(limits, allowance)
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue
    const { r, c } = utils.decode_cell(address)
    store.put(r, c, valueOf(cell as LibraryCell, is1904))
  }
  const { values, beyond } = store.done()
  const merges = (sheet['!merges'] ?? [])
    .filter(({ e }) => e.r < limits.rows && e.c < limits.columns)
    .slice(0, limits.merges)
  return {
    top: 0,
    left: 0,
    values,
    beyond,
    merges: merges.map(({ s, e }) => toA1Block(s.r, s.c, e.r, e.c)).toSorted(),
    widths: sized(sheet['!cols'], limits.columns, ({ width }) => width),
    heights: sized(sheet['!rows'], limits.rows, ({ hpt }) => hpt),
  }
}

/** A cell as the library gives it: kind, value, the text of an error, the number format. */
interface LibraryCell {
  readonly t: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: string | number
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

function valueOf({ t, v, z }: LibraryCell, is1904: boolean): CellValue {
  if (t === 'e') return typeof v === 'number' ? (ERRORS[v] ?? '#N/A') : String(v ?? '#N/A')
  if (typeof v === 'boolean' || typeof v === 'string') return v
  if (typeof v !== 'number') return ''
  return is1904 && typeof z === 'string' && isDateFormat(z) ? v + days1904 : v
}

function sized<Size>(
  sizes: readonly (Size | undefined)[] | undefined,
  most: number,
  of: (size: Size) => number | undefined,
): readonly (number | null)[] {
  return Array.from({ length: Math.min(sizes?.length ?? 0, most) }, (_, index) => {
    const size = sizes?.[index]
    return size === undefined ? null : (of(size) ?? null)
  })
}
