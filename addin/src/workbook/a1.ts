import type { Place } from './book-sheet.ts'

/** `{row: 0, column: 1}` as people write it: B1. */
export function addressOf({ row, column }: Place): string {
  return `${columnName(column)}${row + 1}`
}

/** A, B, … Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** B1 as row and column, counted from zero; of a block its first cell. */
export function placeOf(address: string): Place {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})/i.exec(address) ?? []
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}
