import type { CellValue } from '@kaohe/shared-rules'

/**
 * What to hand to `Range.values` so that the cell gets this very value. Excel reads text as it reads the keyboard:
 * `=…`, `+…`, `-…` and `@…` become formulas, `001` a number, `2019年5月1日` a date. An apostrophe in front keeps it text
 * and is no part of it; a cell formatted as text needs none.
 */
export function excelEntry(value: CellValue, numberFormat: unknown): CellValue {
  if (typeof value !== 'string' || value === '' || numberFormat === '@' || isPlain(value)) return value
  return `'${value}`
}

/** Starts with a letter or a Chinese character and holds no digit of any script: Excel has nothing to make of it. */
function isPlain(text: string): boolean {
  return /^\p{L}[^\p{N}]*$/u.test(text) && !/^(true|false)$/i.test(text)
}
