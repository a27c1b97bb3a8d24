import {
  dayNumber,
  type CellAddress,
  type CellPath,
  type CellValue,
  type Form,
  type Verdict,
} from '@kaohe/shared-rules'
import type { Correction } from '../../ui/FindingRow.tsx'
import { namedCell } from '../../ui/cell-name.ts'

/** Excel's day number of 1970-01-01. */
const EPOCH = 25_569
/** As many digits as a cell keeps. */
const DIGITS = 15

/** What would stand in the cell instead; undefined where the cell is not in the sheet, or could not hold the value exactly. */
export function correctionOf(
  form: Form,
  suggestion: Verdict['suggestion'],
  addresses: Readonly<Record<CellPath, CellAddress>>,
): Correction | undefined {
  if (!suggestion) return undefined
  const { path, value } = suggestion
  const place = addresses[path]
  const type = namedCell(form, path)?.column.type
  const entry = type && entryOf(value, type)
  return place && entry !== undefined ? { place, value, entry } : undefined
}

/** How a cell holds a value of this type; undefined where it could not hold it exactly. */
export function entryOf(value: string, type: Form['matrix']['columns'][number]['type']): CellValue | undefined {
  switch (type) {
    case 'amount':
    case 'count':
    case 'percent':
      return value.replace(/\D/g, '').replace(/^0+/, '').length <= DIGITS ? Number(value) : undefined
    case 'date': {
      const day = dayNumber(value)
      return day === undefined ? undefined : day + EPOCH
    }
    case 'choice':
    case 'text':
      return value
  }
}
