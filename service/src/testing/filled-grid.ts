import { parseReference, type CellValue, type Cells, type FormGrid } from '@kaohe/shared-rules'

type Values = Readonly<Record<string, CellValue | null>>

/**
 * What people make of an issued form: values in a unit's row, and rows in its ledgers, by column. Plain decimal text is typed
 * as the number it is, as Excel does.
 */
export function filledGrid(
  grid: FormGrid,
  unitName: string,
  cells: Values,
  ledgers: Readonly<Record<string, readonly Cells[]>> = {},
): FormGrid {
  const [matrix] = grid.sheets
  const row = matrix?.cells.find(({ value }) => value === unitName)?.row ?? -1
  const entries = [
    ...entriesOf(grid, null, cells, () => row),
    ...Object.entries(ledgers).flatMap(([ledger, rows]) =>
      rows.flatMap((one, index) => entriesOf(grid, ledger, one, (first) => first + index)),
    ),
  ]
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => {
      const own = entries.filter((entry) => entry.sheet === sheet.name)
      const isOwn = (cell: { row: number; column: number }) =>
        own.some((entry) => entry.row === cell.row && entry.column === cell.column)
      return { ...sheet, cells: [...sheet.cells.filter((cell) => !isOwn(cell)), ...own] }
    }),
  }
}

function entriesOf(grid: FormGrid, ledger: string | null, values: Values, rowOf: (first: number) => number) {
  return Object.entries(values).flatMap(([column, value]) => {
    const name = ['kaohe', grid.form, `t${grid.template}`, ...(ledger === null ? [] : [ledger]), column].join('.')
    const area = parseReference(grid.names[name] ?? '')
    if (!area || value === null) return []
    const isFigure = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
    return [
      {
        sheet: area.sheet,
        row: rowOf(area.top),
        column: area.left,
        value: isFigure ? Number(value) : value,
        style: 'input-left' as const,
        locked: false,
        format: 'General',
      },
    ]
  })
}
