/** A cell counted from zero. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A block of one sheet, counted from zero, both ends included. */
export interface Area {
  readonly sheet: string
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Excel's own limits; an address beyond them is none. */
const ROWS = 1_048_576
const COLUMNS = 16_384

/** `0, 4` → `E1`. */
export function toA1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** `E1`, `$E$1` → the place, or undefined when it is no address of a cell. */
export function fromA1(address: string): Place | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address)
  if (!match) return undefined
  const [, letters = '', digits = ''] = match
  const row = fromDigits(digits) - 1
  const column = fromLetters(letters) - 1
  return row < ROWS && column < COLUMNS ? { row, column } : undefined
}

/** `26` → `AA`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** `A1:F1`, or `A1` where the block is one cell. */
export function toA1Block(top: number, left: number, bottom: number, right: number): string {
  const from = toA1(top, left)
  return top === bottom && left === right ? from : `${from}:${toA1(bottom, right)}`
}

/** Writes a block as Excel keeps it in a defined name: `'表 1'!$B$4:$B$29`. */
export function toReference({ sheet, top, left, bottom, right }: Area): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`
  const from = `$${columnLetters(left)}$${top + 1}`
  return top === bottom && left === right
    ? `${quoted}!${from}`
    : `${quoted}!${from}:$${columnLetters(right)}$${bottom + 1}`
}

/**
 * Reads what a defined name refers to: `'表 1'!$B$4:$B$29`, with or without `=`, quotes and `$`.
 * Whole rows and columns, several areas, other workbooks, formulas and `#REF!` are undefined: none of them places a column.
 */
export function parseReference(text: string): Area | undefined {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!:,()[\]]+))!([^!:,()]+)(?::([^!:,()]+))?$/.exec(text.trim())
  if (!match) return undefined
  const [, quoted, plain = '', first = '', second = first] = match
  const from = fromA1(first)
  const to = fromA1(second)
  if (!from || !to || quoted?.includes('[')) return undefined
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain,
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}

function fromLetters(letters: string): number {
  let sum = 0
  for (let at = 0; at < letters.length; at += 1) sum = sum * 26 + (letters.charCodeAt(at) & 31)
  return sum
}

function fromDigits(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) sum = sum * 10 + digits.charCodeAt(at) - 48
  return sum
}
