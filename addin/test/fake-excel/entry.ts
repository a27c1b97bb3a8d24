import type { CellValue } from '@kaohe/shared-rules'

/** What becomes of an entry: a value, or a formula; and a format if the entry brings one into a `General` cell. */
export interface Entry {
  readonly value: CellValue
  readonly formula?: string
  readonly format?: string
}

const errorTexts = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']

/**
 * Reads an entry as Excel does, from the keyboard, the clipboard and through `Range.values` alike: an apostrophe makes
 * text, a cell formatted as text takes anything as text, the rest becomes formula, number, date, truth value or error where it can.
 */
export function readEntry(input: unknown, format: string): Entry {
  if (typeof input === 'number' || typeof input === 'boolean') return { value: input }
  if (typeof input !== 'string') throw new TypeError(`fake host: no cell takes a ${typeof input}`)
  if (format === '@') return { value: input }
  if (input.startsWith("'")) return { value: input.slice(1) }
  const text = input.trim()
  if (text.startsWith('=') && text.length > 1) return { value: 0, formula: text.slice(1) }
  if (text.startsWith('@') && text.length > 1) return { value: '#NAME?', formula: text }
  const number = readNumber(text)
  if (number !== undefined) return { value: number }
  if (/^[+-]./.test(text)) return { value: '#NAME?', formula: text }
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, format: '0%' }
  const date = readDate(text)
  if (date !== undefined) return { value: date, format: 'yyyy/m/d' }
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' }
  return { value: errorTexts.includes(text.toUpperCase()) ? text.toUpperCase() : input }
}

function readNumber(text: string): number | undefined {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined
}

/** `2019-5-1`, `2019/05/01` and `2019年5月1日` are dates to a Chinese Excel; `2019.5.1` is not. */
function readDate(text: string): number | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text)
  if (!match) return undefined
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dateSerial(date) : undefined
}

/** Days since the last day of 1899, as Excel counts from March 1900 on. */
export function dateSerial(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569
}
