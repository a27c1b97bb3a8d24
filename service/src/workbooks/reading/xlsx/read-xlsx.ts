import { visibleFirst, type Book } from '../book.ts'
import { allowanceOf } from '../cell-store.ts'
import type { ReadLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { openZip } from '../zip.ts'
import { readDateStyles } from './date-styles.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheetPart } from './sheet-part.ts'
import { readWorkbookPart } from './workbook-part.ts'

/** Reads an .xlsx: values, names, merges and sizes, and nothing else of what such a file may carry. */
export function readXlsx(file: Buffer, limits: ReadLimits): Book {
  const zip = openZip(file, limits)
  const { sheets, names, is1904, strings, styles } = readWorkbookPart(zip, limits)
  const texts = strings === null ? undefined : zip.part(strings)
  const formats = is1904 && styles !== null ? zip.part(styles) : undefined
  const surroundings = {
    strings: texts ? readSharedStrings(texts, limits) : [],
    dates1904: formats ? readDateStyles(formats, limits) : new Set<number>(),
    allowance: allowanceOf(limits),
  }
  const read = sheets.map(({ name, hidden, part }) => {
    const content = zip.part(part)
    if (!content) throw new Refusal('damaged')
    return { name, hidden, ...readSheetPart(content, limits, surroundings) }
  })
  return { format: 'xlsx', sheets: visibleFirst(read), names }
}
