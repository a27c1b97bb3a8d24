import type { CellValue } from '@kaohe/shared-rules'
import { cellsOf, formatArea, type Area } from './area.ts'
import { readEntry } from './entry.ts'
import { eventTypes, type HostEvents } from './events.ts'
import { accessDenied } from './host-error.ts'
import { cellAt, cellToChange, formatOf, refusesChange, type FakeBook, type FakeSheet } from './model.ts'
import { recalculate } from './recalculate.ts'

/** Who made a change; `ThisLocalAddin` is told from the rest. */
export type Trigger = 'Unknown' | 'ThisLocalAddin'

/** The workbook and those who listen to it: what every act on the workbook needs. */
export interface Stage {
  readonly book: FakeBook
  readonly events: HostEvents
}

/** Enters values into a block, all or none of them. `null` leaves a cell as it is. */
export function enter(
  stage: Stage,
  sheet: FakeSheet,
  area: Area,
  input: (i: number, j: number) => unknown,
  by: Trigger,
) {
  const before = cellAt(sheet, area.row, area.column)?.value ?? ''
  put(stage, sheet, area, input)
  const single = area.rows === 1 && area.columns === 1
  raiseChanged(stage, sheet, area, by, single ? details(before, cellAt(sheet, area.row, area.column)?.value ?? '') : {})
}

/** The same without telling anybody. */
export function put(stage: Stage, sheet: FakeSheet, area: Area, input: (i: number, j: number) => unknown) {
  if (refusesChange(sheet, area)) throw accessDenied()
  for (const { row, column } of cellsOf(area)) {
    const entered = input(row - area.row, column - area.column)
    if (entered === null || hiddenByMerge(sheet, row, column)) continue
    if (entered === '' && !cellAt(sheet, row, column)) continue
    const cell = cellToChange(sheet, row, column)
    const entry = readEntry(entered, formatOf(cell.style))
    cell.value = entry.value
    if (entry.formula === undefined) delete cell.formula
    else cell.formula = entry.formula
    if (entry.format !== undefined && formatOf(cell.style) === 'General')
      cell.style = { ...cell.style, numFmt: entry.format }
  }
  recalculate(stage.book)
}

/** Tells that cells changed. Excel gives the values before and after for one cell only. */
export function raiseChanged(
  stage: Stage,
  sheet: FakeSheet,
  area: Area,
  by: Trigger,
  details: Readonly<Record<string, unknown>> = {},
  changeType = 'RangeEdited',
) {
  stage.events.raise(eventTypes.changed, sheet.id, {
    changeType,
    source: 'Local',
    address: formatArea(area),
    referenceId: `${sheet.id}!${formatArea(area)}`,
    worksheetId: sheet.id,
    triggerSource: by,
    shiftDirection: 0,
    ...details,
  })
}

/** Brings a sheet to the front. */
export function activate(stage: Stage, sheet: FakeSheet) {
  if (stage.book.active === sheet) return
  stage.events.raise(eventTypes.deactivated, stage.book.active.id, { worksheetId: stage.book.active.id })
  stage.book.active = sheet
  stage.events.raise(eventTypes.activated, sheet.id, { worksheetId: sheet.id })
}

/** Moves the selection, bringing its sheet to the front. */
export function select(stage: Stage, sheet: FakeSheet, area: Area) {
  activate(stage, sheet)
  sheet.selection = area
  stage.events.raise(eventTypes.selected, sheet.id, { address: formatArea(area), worksheetId: sheet.id })
}

function details(before: CellValue, after: CellValue) {
  return {
    valueBefore: before,
    valueAfter: after,
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  }
}

function valueType(value: CellValue): string {
  if (value === '') return 'Empty'
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String'
}

function hiddenByMerge(sheet: FakeSheet, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) =>
      row >= merge.row &&
      row < merge.row + merge.rows &&
      column >= merge.column &&
      column < merge.column + merge.columns &&
      (row !== merge.row || column !== merge.column),
  )
}
