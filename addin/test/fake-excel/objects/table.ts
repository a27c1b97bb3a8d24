import { boundingArea, gridOf, intersection, type Area } from '../area.ts'
import { enter, type Stage } from '../change.ts'
import { HostError, accessDenied, invalidArgument, itemNotFound, notModelled } from '../host-error.ts'
import { cellAt, nextId, type FakeSheet, type FakeTable } from '../model.ts'
import { isHostObject, type HostObject } from './host-object.ts'
import { areaOf, range } from './range.ts'
import { worksheet } from './worksheet.ts'

/** Excel.TableCollection, of one sheet or of the whole workbook. */
export function tableCollection(stage: Stage, sheets: readonly FakeSheet[]): HostObject {
  const all = () => sheets.flatMap((sheet) => sheet.tables.map((item) => ({ sheet, item })))
  const find = (key: string) => {
    const found = all().find(({ item }) => item.id === key || item.name.toLowerCase() === key.toLowerCase())
    return found ? table(stage, found.sheet, found.item) : undefined
  }
  return {
    type: 'TableCollection',
    items: () => all().map(({ sheet, item }) => table(stage, sheet, item)),
    item: (key: string) => {
      const found = find(key)
      if (!found) throw itemNotFound()
      return found
    },
    look: { GetItemOrNullObject: (key: string) => find(key) ?? null },
    act: {
      Add: (where: unknown, hasHeaders: boolean) => {
        const [sheet] = sheets
        if (!sheet || sheets.length !== 1 || !hasHeaders)
          throw notModelled('TableCollection.add but of a sheet, with headers')
        if (!isHostObject(where) && typeof where !== 'string') throw invalidArgument('A range is needed.')
        const area = areaOf(where)
        if (sheet.protected) throw accessDenied()
        if (sheet.tables.some((other) => intersection(other.area, area))) throw overlapping()
        const number = stage.book.sheets.flatMap((each) => each.tables).length + 1
        const added: FakeTable = {
          id: nextId(stage.book),
          name: `表${String(number)}`,
          area: area.rows > 1 ? area : { ...area, rows: 2 },
          style: 'TableStyleMedium2',
          showFilterButton: true,
          showBandedRows: true,
        }
        sheet.tables.push(added)
        nameColumns(stage, sheet, added)
        return table(stage, sheet, added)
      },
    },
  }
}

function table(stage: Stage, sheet: FakeSheet, item: FakeTable): HostObject {
  const part = (area: Area) => range(stage, sheet, area)
  const body = () => ({ ...item.area, row: item.area.row + 1, rows: item.area.rows - 1 })
  return {
    type: 'Table',
    id: item.id,
    place: item.name,
    get: {
      Id: () => item.id,
      Name: () => item.name,
      Style: () => item.style,
      ShowFilterButton: () => item.showFilterButton,
      ShowBandedRows: () => item.showBandedRows,
      Worksheet: () => worksheet(stage, sheet),
      Rows: () => rowCollection(sheet, item),
      Sort: () => ({ type: 'TableSort', act: { Clear: () => undefined } }),
    },
    set: {
      Name: (name: string) => {
        const taken = stage.book.sheets.some((each) =>
          each.tables.some((other) => other !== item && other.name === name),
        )
        if (taken || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name))
          throw invalidArgument(`${name} cannot be the name of a table.`)
        item.name = name
      },
      Style: (style: string) => void (item.style = style),
      ShowFilterButton: (show: boolean) => void (item.showFilterButton = show),
      ShowBandedRows: (show: boolean) => void (item.showBandedRows = show),
    },
    look: {
      GetRange: () => part(item.area),
      GetHeaderRowRange: () => part({ ...item.area, rows: 1 }),
      GetDataBodyRange: () => part(body()),
    },
    act: {
      ClearFilters: () => undefined,
      Resize: (wanted: HostObject | string) => {
        const area = areaOf(wanted)
        if (sheet.protected) throw accessDenied()
        if (area.row !== item.area.row || area.rows < 2 || !intersection(area, item.area))
          throw invalidArgument('The heading row has to stay where it is, with at least one row below it.')
        if (sheet.tables.some((other) => other !== item && intersection(other.area, area))) throw overlapping()
        item.area = area
        nameColumns(stage, sheet, item)
      },
    },
  }
}

function rowCollection(sheet: FakeSheet, item: FakeTable): HostObject {
  return {
    type: 'TableRowCollection',
    place: item.name,
    act: {
      Add: (index: number | null | undefined, values: unknown) => {
        if (typeof index === 'number' || Array.isArray(values))
          throw notModelled('TableRowCollection.add but of an empty row at the end')
        if (sheet.protected) throw accessDenied()
        const next = { ...item.area, row: item.area.row + item.area.rows, rows: 1 }
        if (sheet.tables.some((other) => other !== item && intersection(other.area, next))) throw overlapping()
        for (let column = next.column; column < next.column + next.columns; column++)
          if ((cellAt(sheet, next.row, column)?.value ?? '') !== '')
            throw notModelled('TableRowCollection.add above other cells')
        item.area = boundingArea(item.area, next)
        return { type: 'TableRow', id: String(item.area.rows - 2) }
      },
    },
  }
}

/** The heads of a table are texts, none empty and no two alike; Excel makes them so. */
export function nameColumns(stage: Stage, sheet: FakeSheet, item: FakeTable): void {
  const taken = new Set<string>()
  const heads = gridOf({ ...item.area, rows: 1 }, (row, column) => {
    const own = String(cellAt(sheet, row, column)?.value ?? '')
    let name = own === '' ? '列1' : own
    for (let number = 2; taken.has(name); number++) name = `${own === '' ? '列' : own}${String(number)}`
    taken.add(name)
    return name
  })
  heads[0]?.forEach((name, i) => {
    const column = item.area.column + i
    if (cellAt(sheet, item.area.row, column)?.value === name) return
    enter(stage, sheet, { row: item.area.row, column, rows: 1, columns: 1 }, () => `'${name}`, 'Unknown')
  })
}

function overlapping(): HostError {
  return new HostError('InvalidArgument', `A table cannot overlap another one.`)
}
