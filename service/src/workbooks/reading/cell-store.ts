import type { CellValue } from '@kaohe/shared-rules'
import type { ReadLimits } from './limits.ts'
import { Refusal } from './refusal.ts'

/** What is left of the limits that all sheets of a book share. */
export interface Allowance {
  places: number
  characters: number
}

export const allowanceOf = ({ places, characters }: ReadLimits): Allowance => ({ places, characters })

/** Collects the cells of one sheet in whatever order they come. */
export function cellStore(limits: Pick<ReadLimits, 'rows' | 'columns'>, allowance: Allowance) {
  const values: CellValue[][] = []
  let beyond = 0
  return {
    put(row: number, column: number, value: CellValue): void {
      if (value === '') return
      if (!(row >= 0) || !(column >= 0)) throw new Refusal('damaged')
      if (row >= limits.rows || column >= limits.columns) {
        beyond += 1
        return
      }
      if (typeof value === 'string') allowance.characters -= value.length
      while (values.length <= row) values.push([])
      const cells = values[row] ?? []
      allowance.places -= Math.max(0, column + 1 - cells.length)
      if (allowance.places < 0 || allowance.characters < 0) throw new Refusal('too-many-cells')
      while (cells.length <= column) cells.push('')
      cells[column] = value
    },
    done: () => ({ values, beyond }),
  }
}
