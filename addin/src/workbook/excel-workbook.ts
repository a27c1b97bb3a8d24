import type { CellAddress, SheetSnapshot } from '@kaohe/shared-rules'
import { excelEntry } from './excel-entry.ts'
import { done, excelRequest, refused } from './excel-request.ts'
import { watchExcel } from './excel-watch.ts'
import type { Workbook, WorkbookFacts } from './workbook.ts'

/** The Workbook as Excel itself, from ExcelApi 1.9 on. */
export function excelWorkbook(): Workbook {
  return {
    describe: () =>
      excelRequest(async (context) => {
        const workbook = context.workbook.load('name')
        await context.sync()
        return done(factsOf(workbook.name, Office.context.document?.url))
      }),
    snapshot: async (sheets) => {
      if (!sheets) return snapshotOfAll()
      const snapshot = await excelRequest((context) => readSheets(context, sheets))
      return gone(snapshot) ? nameMissing(sheets, snapshot) : snapshot
    },
    watch: watchExcel,
    reveal: (place) =>
      excelRequest(
        async (context) => {
          const sheet = context.workbook.worksheets.getItem(place.sheet)
          sheet.activate()
          sheet.getRange(place.address).select()
          await context.sync()
          return done(undefined)
        },
        { ItemNotFound: { kind: 'no-sheet', sheet: place.sheet } },
      ),
    write: (place, values) =>
      excelRequest(
        async (context) => {
          const rows = values.length
          const columns = values[0]?.length ?? 0
          if (rows === 0 || columns === 0) return done(undefined)
          const sheet = context.workbook.worksheets.getItem(place.sheet)
          sheet.load('protection/protected')
          const range = sheet
            .getRange(place.address)
            .getResizedRange(rows - 1, columns - 1)
            .load('numberFormat')
          const locks = range.getCellProperties({ address: true, format: { protection: true } })
          await context.sync()
          // Asked beforehand: Excel would refuse without saying which cell, and large blocks go out in parts.
          const locked = locks.value.flat().find((cell) => cell.format?.protection?.locked === true)
          if (sheet.protection.protected && locked)
            return refused({ kind: 'locked', place: named(place, locked.address) })
          const formats: unknown[][] = range.numberFormat
          range.values = values.map((row, i) => row.map((value, j) => excelEntry(value, formats[i]?.[j])))
          await context.sync()
          return done(undefined)
        },
        { ItemNotFound: { kind: 'no-sheet', sheet: place.sheet }, AccessDenied: { kind: 'locked', place } },
      ),
  }
}

/** A workbook that was never saved has no place yet, only a name. */
export function factsOf(name: string, place: string | undefined): WorkbookFacts {
  return {
    fileName: name,
    key: (place || name).replace(/\.[a-z]{3,4}$/i, ''),
    compatibilityMode: /\.xls$/i.test(name),
  }
}

type Snapshot = Awaited<ReturnType<Workbook['snapshot']>>

function snapshotOfAll(): Promise<Snapshot> {
  return excelRequest(async (context) => {
    const { worksheets } = context.workbook
    worksheets.load('items/name')
    await context.sync()
    return readSheets(
      context,
      worksheets.items.map((sheet) => sheet.name),
    )
  })
}

/** Sheets and names in one round trip. */
async function readSheets(context: Excel.RequestContext, sheets: readonly string[]): Promise<Snapshot> {
  const names = context.workbook.names.load('items/name,items/formula')
  const blocks = sheets.map((sheet) => ({
    sheet: context.workbook.worksheets.getItem(sheet).load('name'),
    block: context.workbook.worksheets
      .getItem(sheet)
      .getUsedRangeOrNullObject(true)
      .load('values,rowIndex,columnIndex'),
  }))
  await context.sync()
  const read: SheetSnapshot[] = []
  for (const { sheet, block } of blocks) {
    if (block.isNullObject) {
      read.push({ name: sheet.name, top: 0, left: 0, values: [] })
      continue
    }
    // Past its size limit Excel hands over null instead of an error.
    if (!block.values) return refused({ kind: 'no-values', sheet: sheet.name })
    read.push({ name: sheet.name, top: block.rowIndex, left: block.columnIndex, values: block.values })
  }
  const definitions = names.items.map(({ name, formula }) => [name, String(formula).replace(/^=/, '')])
  return done({ sheets: read, names: Object.fromEntries(definitions) })
}

function gone(snapshot: Snapshot): boolean {
  return !snapshot.ok && snapshot.error.kind === 'host' && snapshot.error.code === 'ItemNotFound'
}

/** Excel says that a sheet is gone but not which. */
function nameMissing(wanted: readonly string[], otherwise: Snapshot): Promise<Snapshot> {
  return excelRequest(async (context) => {
    const sheets = wanted.map((name) => ({ name, sheet: context.workbook.worksheets.getItemOrNullObject(name) }))
    await context.sync()
    const missing = sheets.find(({ sheet }) => sheet.isNullObject)
    return missing ? refused({ kind: 'no-sheet', sheet: missing.name }) : otherwise
  })
}

function named(place: CellAddress, address: string | undefined): CellAddress {
  return address === undefined ? place : { sheet: place.sheet, address: address.slice(address.lastIndexOf('!') + 1) }
}
