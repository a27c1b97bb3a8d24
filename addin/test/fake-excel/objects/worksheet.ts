import { parseArea } from '../area.ts'
import { activate, type Stage } from '../change.ts'
import { eventTypes, wholeWorkbook } from '../events.ts'
import { HostError, invalidArgument, itemNotFound } from '../host-error.ts'
import { findSheet, newSheet, usedArea, type FakeSheet } from '../model.ts'
import type { HostObject, Member } from './host-object.ts'
import { pageLayout } from './page-layout.ts'
import { range } from './range.ts'
import { tableCollection } from './table.ts'

/** Excel.Worksheet */
export function worksheet(stage: Stage, sheet: FakeSheet): HostObject {
  return {
    type: 'Worksheet',
    id: sheet.id,
    place: sheet.name,
    get: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => stage.book.sheets.indexOf(sheet),
      Visibility: () => sheet.visibility,
      Protection: () => ({ type: 'WorksheetProtection', get: { Protected: () => sheet.protected } }),
      Tables: () => tableCollection(stage, [sheet]),
      PageLayout: () => pageLayout(sheet),
      FreezePanes: () => ({
        type: 'WorksheetFreezePanes',
        place: sheet.name,
        act: { FreezeRows: (rows: number) => void (sheet.frozen = { rows, columns: 0 }) },
      }),
    },
    look: {
      GetRange: (address?: string) => {
        if (address === undefined) throw invalidArgument('fake host: the whole sheet is not a range here')
        const area = parseArea(address)
        if (!area) throw invalidArgument('The argument is invalid or missing or has an incorrect format.')
        return range(stage, sheet, area)
      },
      GetCell: (row: number, column: number) => range(stage, sheet, { row, column, rows: 1, columns: 1 }),
      GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        range(stage, sheet, { row, column, rows, columns }),
      GetUsedRange: (valuesOnly?: boolean) =>
        range(stage, sheet, usedArea(sheet, valuesOnly === true) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: (valuesOnly?: boolean) => {
        const area = usedArea(sheet, valuesOnly === true)
        return area ? range(stage, sheet, area) : null
      },
      Activate: () => {
        if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'The sheet is hidden.')
        activate(stage, sheet)
      },
      ...eventMembers(stage, sheet.id),
    },
  }
}

/** Excel.WorksheetCollection */
export function worksheetCollection(stage: Stage): HostObject {
  const { book } = stage
  const find = (key: string) => {
    const sheet = findSheet(book, key)
    return sheet ? worksheet(stage, sheet) : undefined
  }
  return {
    type: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => worksheet(stage, sheet)),
    item: (key: string) => {
      const found = find(key)
      if (!found) throw itemNotFound()
      return found
    },
    look: {
      GetItemOrNullObject: (key: string) => find(key) ?? null,
      GetActiveWorksheet: () => worksheet(stage, book.active),
      ...eventMembers(stage, wholeWorkbook),
    },
    act: {
      Add: (name: string) => {
        if (findSheet(book, name)) throw new HostError('ItemAlreadyExists', `The name ${name} is taken.`)
        if (!/^[^:\\/?*[\]]{1,31}$/.test(name)) throw invalidArgument(`${name} is no name of a sheet.`)
        const sheet = newSheet(book, name)
        book.sheets.push(sheet)
        stage.events.raise(eventTypes.added, sheet.id, { source: 'Local', worksheetId: sheet.id })
        return worksheet(stage, sheet)
      },
    },
  }
}

/** Registering for events, of one sheet or of all. */
function eventMembers(stage: Stage, target: string): Readonly<Record<string, Member>> {
  const kinds = {
    DataChanged: 'changed',
    SelectionChanged: 'selected',
    Activated: 'activated',
    Added: 'added',
    Deleted: 'deleted',
  } as const
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]): [string, Member][] => [
      [`_Register${name}Event`, () => stage.events.register(eventTypes[kind], target)],
      [`_Unregister${name}Event`, () => stage.events.unregister(eventTypes[kind], target)],
    ]),
  )
}
