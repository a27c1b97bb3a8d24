import type { CellValue } from '@kaohe/shared-rules'
import { isDateFormat, isTextFormat } from './number-format.ts'
import { serialOfDay } from './serial-date.ts'

/**
 * What a typed or pasted text becomes in a cell of this number format, as Excel would have it: numbers become numbers,
 * in a date cell dates become serial numbers. All else stays as typed (`２，０００`, `2000万`), for the checks to name;
 * so does `=…`, because there is no formula engine here.
 */
export function typedValue(text: string, format: string): CellValue {
  const typed = text.trim()
  if (typed === '') return ''
  // A line break at the end comes with pasted lines and with some input methods, never on purpose.
  if (isTextFormat(format)) return text.replace(/[\r\n]+$/, '')
  if (typed.startsWith("'")) return typed.slice(1)
  return dateValue(typed, format) ?? numberValue(typed) ?? truthValue(typed) ?? text
}

/** The text to edit a value again with; typing it back gives the same value. */
export function editText(value: CellValue, format: string, shown: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return isDateFormat(format) ? shown : plainNumber(value)
  return typedValue(value, format) === value ? value : `'${value}`
}

const datePatterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
]

function dateValue(text: string, format: string): number | undefined {
  if (!isDateFormat(format)) return undefined
  for (const pattern of datePatterns) {
    const [, year, month, day] = pattern.exec(text) ?? []
    if (year !== undefined) return serialOfDay(Number(year), Number(month), Number(day))
  }
  return undefined
}

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/

function numberValue(text: string): number | undefined {
  const percent = text.endsWith('%')
  const digits = percent ? text.slice(0, -1).trimEnd() : text
  if (!plain.test(digits) && !grouped.test(digits)) return undefined
  const number = Number(digits.replaceAll(',', ''))
  if (!Number.isFinite(number)) return undefined
  // Through the text, so that 55% is 0.55 and not 0.55000000000000004.
  return percent ? Number(`${number}e-2`) : number
}

function truthValue(text: string): boolean | undefined {
  const word = text.toUpperCase()
  return word === 'TRUE' ? true : word === 'FALSE' ? false : undefined
}

/** Digits without exponent as far as Excel shows them so, too. */
function plainNumber(value: number): string {
  const text = String(value)
  return /e/i.test(text) ? text.toUpperCase() : text
}
