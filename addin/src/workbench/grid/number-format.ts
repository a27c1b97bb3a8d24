import type { CellValue } from '@kaohe/shared-rules'
import { dayOfSerial } from './serial-date.ts'

/** Does this number format show a serial number as a day? */
export function isDateFormat(format: string): boolean {
  return /[yd]/i.test(unquoted(format))
}

/** Does this format keep whatever is typed as text? */
export function isTextFormat(format: string): boolean {
  return format === '@'
}

/** What the cell shows, for the formats that official forms use: 常规, 0.00, #,##0.00, 0%, dates and text. */
export function shownText(value: CellValue, format: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const [section = ''] = format.split(';')
  if (isDateFormat(section)) return value < 0 ? '#######' : dateText(value, section)
  const pattern = /[#0][#0,]*(?:\.([0#]*))?/.exec(unquoted(section))
  if (!pattern || isTextFormat(format)) return generalText(value)
  const percent = unquoted(section).includes('%')
  const decimals = pattern[1] ?? ''
  const least = decimals.replaceAll('#', '').length
  const digits = fixed(percent ? Number(`${value}e2`) : value, decimals.length)
  const trimmed = least < decimals.length ? digits.replace(new RegExp(`(\\.\\d{${least}}\\d*?)0+$`), '$1') : digits
  const shown = pattern[0].includes(',') ? groupThousands(trimmed) : trimmed
  return section.replace(
    /"([^"]*)"|[#0][#0,]*(\.[0#]*)?/g,
    (part, quoted) => quoted ?? (part ? shown.replace(/\.$/, '') : ''),
  )
}

function generalText(value: number): string {
  // Excel keeps 11 digits in a General cell; more would be the noise of binary fractions.
  return String(Number(value.toPrecision(11)))
}

/** Rounds half away from zero on the shown digits, as Excel does: 1.005 becomes 1.01. */
function fixed(value: number, decimals: number): string {
  const shifted = Math.round(Number(`${Math.abs(Number(value.toPrecision(15)))}e${decimals}`))
  if (!Number.isFinite(shifted)) return String(value)
  const digits = String(shifted).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const text = decimals > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits
  return value < 0 && shifted !== 0 ? `-${text}` : text
}

function groupThousands(digits: string): string {
  return digits.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','))
}

function dateText(serial: number, format: string): string {
  const { year, month, day } = dayOfSerial(serial)
  return format.replace(/"([^"]*)"|\\(.)|y+|m+|d+/gi, (part, quoted, escaped) => {
    if (quoted !== undefined) return quoted
    if (escaped !== undefined) return escaped
    const number = /y/i.test(part) ? year : /m/i.test(part) ? month : day
    return String(number).padStart(part.length, '0')
  })
}

function unquoted(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
}
