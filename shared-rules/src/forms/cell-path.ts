/**
 * Names one cell of a record, wherever it lies in the sheet: `reported` for the unit's row,
 * `projects.3.totalInvestment` for the fourth row of a ledger.
 */
export type CellPath = string

export function cellPath(column: string): CellPath
export function cellPath(ledger: string, row: number, column: string): CellPath
export function cellPath(...parts: readonly (string | number)[]): CellPath {
  return parts.join('.')
}
