import { boundingArea, cellsOf, formatArea, gridOf, intersection, parseArea, quoteSheet, type Area } from '../area.ts'
import { enter, select, type Stage } from '../change.ts'
import { invalidArgument, itemNotFound, accessDenied, notModelled } from '../host-error.ts'
import { cellAt, cellToChange, formatOf, isLocked, refusesChange, usedArea, type FakeSheet } from '../model.ts'
import type { HostObject } from './host-object.ts'
import { rangeFormat } from './range-format.ts'
import { worksheet } from './worksheet.ts'

/** Excel.Range: one block of one sheet. */
export function range(stage: Stage, sheet: FakeSheet, area: Area): HostObject {
  const to = (other: Area) => range(stage, sheet, inside(other))
  const grid = <T>(value: (row: number, column: number) => T) => gridOf(area, value)
  const address = `${quoteSheet(sheet.name)}!${formatArea(area)}`
  const values = () => grid((row, column) => cellAt(sheet, row, column)?.value ?? '')
  const used = (valuesOnly?: boolean) => {
    const all = usedArea(sheet, valuesOnly === true)
    return all && intersection(all, area)
  }
  const put = (input: unknown) => {
    enter(stage, sheet, area, block(area, input), 'ThisLocalAddin')
  }
  return {
    type: 'Range',
    place: address,
    get: {
      Address: () => address,
      Values: values,
      Formulas: () =>
        grid((row, column) => {
          const cell = cellAt(sheet, row, column)
          return cell?.formula === undefined ? (cell?.value ?? '') : `=${cell.formula}`
        }),
      NumberFormat: () =>
        grid((row, column) => formatOf(cellAt(sheet, row, column)?.style ?? sheet.columnStyles.get(column))),
      RowIndex: () => area.row,
      ColumnIndex: () => area.column,
      RowCount: () => area.rows,
      ColumnCount: () => area.columns,
      CellCount: () => area.rows * area.columns,
      Worksheet: () => worksheet(stage, sheet),
      Format: () => rangeFormat(sheet, area),
    },
    set: {
      Values: put,
      Formulas: put,
      NumberFormat: (input: unknown) => {
        if (sheet.protected) throw accessDenied()
        const format = block(area, input)
        for (const { row, column } of cellsOf(area)) {
          const wanted = format(row - area.row, column - area.column)
          if (wanted === null) continue
          const cell = cellToChange(sheet, row, column)
          cell.style = { ...cell.style, numFmt: String(wanted) }
        }
      },
    },
    look: {
      GetCell: (row: number, column: number) =>
        to({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 }),
      GetRow: (row: number) => to({ ...area, row: area.row + row, rows: 1 }),
      GetColumn: (column: number) => to({ ...area, column: area.column + column, columns: 1 }),
      GetLastRow: () => to({ ...area, row: area.row + area.rows - 1, rows: 1 }),
      GetOffsetRange: (rows: number, columns: number) =>
        to({ ...area, row: area.row + rows, column: area.column + columns }),
      GetResizedRange: (rows: number, columns: number) =>
        to({ ...area, rows: area.rows + rows, columns: area.columns + columns }),
      GetAbsoluteResizedRange: (rows: number, columns: number) => to({ ...area, rows, columns }),
      GetBoundingRect: (other: HostObject | string) => to(boundingArea(area, areaOf(other))),
      GetIntersectionOrNullObject: (other: HostObject | string) => {
        const common = intersection(area, areaOf(other))
        return common ? to(common) : null
      },
      GetUsedRange: (valuesOnly?: boolean) => to(used(valuesOnly) ?? { ...area, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: (valuesOnly?: boolean) => {
        const found = used(valuesOnly)
        return found ? to(found) : null
      },
      GetCellProperties: (wanted: unknown) => {
        if (JSON.stringify(wanted) !== '{"address":true,"format":{"protection":true}}')
          throw notModelled(`Range.getCellProperties of ${JSON.stringify(wanted)}`)
        return grid((row, column) => ({
          address: `${quoteSheet(sheet.name)}!${formatArea({ row, column, rows: 1, columns: 1 })}`,
          format: { protection: { locked: isLocked(sheet, row, column) } },
        }))
      },
      _ValidateArraySize: (rows: number, columns: number) => {
        if (rows !== area.rows || columns !== area.columns) throw wrongShape()
      },
      Select: () => {
        if (sheet.visibility !== 'Visible') throw itemNotFound()
        select(stage, sheet, area)
      },
    },
    act: {
      Clear: (applyTo?: string) => {
        if (applyTo !== 'Contents') throw notModelled(`Range.clear(${String(applyTo)})`)
        enter(stage, sheet, area, () => '', 'ThisLocalAddin')
      },
      Merge: (across?: boolean) => {
        if (across === true) throw notModelled('Range.merge(across)')
        if (refusesChange(sheet, area)) throw accessDenied()
        sheet.merges.push(area)
      },
    },
  }
}

/** The value for each place, given one for all or a grid of the block's own shape. */
function block(area: Area, input: unknown): (i: number, j: number) => unknown {
  if (!Array.isArray(input)) return () => input
  const rows: unknown[] = input
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns)
  if (!fits) throw wrongShape()
  return (i, j) => {
    const row: unknown = rows[i]
    return Array.isArray(row) ? row[j] : undefined
  }
}

function wrongShape() {
  return invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  )
}

function inside(area: Area): Area {
  const { row, column, rows, columns } = area
  const fits =
    row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= 1_048_576 && column + columns <= 16_384
  if (!fits) throw invalidArgument('The argument is invalid or missing or has an incorrect format.')
  return area
}

/** Where a range given as an argument lies: office.js sends the object, or its address. */
export function areaOf(argument: HostObject | string): Area {
  const area = parseArea(typeof argument === 'string' ? argument : (argument.place ?? ''))
  if (!area) throw invalidArgument('The argument is invalid or missing or has an incorrect format.')
  return area
}
