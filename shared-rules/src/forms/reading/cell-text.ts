import type { Column } from '../form.ts'
import type { CellValue } from '../snapshot.ts'

/** Serial numbers of 1927-05-18 and 9999-12-31. Below lies what a hurried `2019.5` turns into; it is no date. */
const FIRST_DAY = 10_000
const LAST_DAY = 2_958_465
/** Serial number of 1970-01-01. */
const EPOCH = 25_569
const MILLISECONDS = 86_400_000

/**
 * A cell's value as a record keeps it: plain decimal text for a number, `2019-05-01` for a day, null for an empty cell,
 * and whatever was typed for everything else.
 */
export function cellText(value: CellValue, column: Column): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (column.type === 'date' && value >= FIRST_DAY && value < LAST_DAY + 1) return dayText(value)
  return numberText(value)
}

function dayText(serial: number): string {
  return new Date((Math.floor(serial) - EPOCH) * MILLISECONDS).toISOString().slice(0, 10)
}

/** Fifteen significant digits, as many as Excel shows and keeps: 0.1 + 0.2 in a sheet is 0.3 to everybody who reads it. */
function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  if (!Number.isFinite(value)) return String(value)
  const [, sign = '', first = '', rest = '', exponent = ''] =
    /^(-?)(\d)\.(\d+)e([+-]\d+)$/.exec(value.toExponential(14)) ?? []
  const power = parseInt(exponent, 10)
  const digits = first + rest
  const padded = power < 0 ? '0'.repeat(-power) + digits : digits.padEnd(power + 1, '0')
  const whole = padded.slice(0, Math.max(power, 0) + 1)
  const part = padded.slice(Math.max(power, 0) + 1).replace(/0+$/, '')
  return `${sign}${whole}${part === '' ? '' : `.${part}`}`
}
