import type { ReadLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'

const BOF = 0x0809
const FILEPASS = 0x002f
const BIFF8 = 0x0600
const WORKBOOK = 0x0005
const MACRO_SHEET = 0x0040
/** Records that hold cells, filled ones and others: BLANK, MULBLANK, NUMBER, LABEL, BOOLERR, FORMULA, RK, MULRK, LABELSST, RSTRING. */
const CELLS: ReadonlySet<number> = new Set([0x201, 0xbe, 0x203, 0x204, 0x205, 0x06, 0x27e, 0xbd, 0xfd, 0xd6])

/**
 * Walks over the records of an .xls before anything reads them: is it of Excel 97 or later, free of a password, and no
 * larger than a report can be? Costs as much as counting.
 */
export function surveyBiff(stream: Buffer, { elements, sheets }: ReadLimits): void {
  if (stream.length < 8 || stream.readUInt16LE(0) !== BOF) throw new Refusal('damaged')
  if (stream.readUInt16LE(4) !== BIFF8) throw new Refusal('other-format')
  if (stream.readUInt16LE(6) !== WORKBOOK) throw new Refusal('damaged')
  let cells = 0
  let parts = 0
  let records = 0
  let at = 0
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    const next = at + 4 + length
    // Streams are padded with zeros to whole sectors.
    if (type === 0 && length === 0) break
    if (next > stream.length) throw new Refusal('damaged')
    if (type === FILEPASS) throw new Refusal('password')
    if (type === BOF) {
      parts += 1
      if (length >= 4 && stream.readUInt16LE(at + 6) === MACRO_SHEET) throw new Refusal('macro')
    }
    // A record of many cells counts as many: six bytes each at least, two in a row of blanks.
    if (CELLS.has(type)) cells += type === 0xbd ? length / 6 : type === 0xbe ? length / 2 : 1
    records += 1
    if (cells > elements / 2 || records > elements || parts > sheets * 4) throw new Refusal('too-many-cells')
    at = next
  }
}
