import { Workbook as File } from '@cj-tech-master/excelts'
import { formatArea } from './fake-excel/area.ts'
import { openWorkbook, type FakeExcel } from './fake-excel/fake-excel.ts'
import { excelClient } from './fake-excel/node-client.ts'
import type { ContractBook } from './workbook-contract.ts'

/** Puts the real office.js of a host at this ExcelApi set where the adapters look for it: among the globals, as on a page. */
export function useExcel(host: FakeExcel, api: string): void {
  Object.assign(globalThis, excelClient(host, api))
}

/** Writes the workbook of a suite to a real .xlsx file and opens that in the fake host. */
export async function openInFakeExcel(book: ContractBook): Promise<FakeExcel> {
  const file = new File()
  for (const sheet of book.sheets) {
    const worksheet = file.addWorksheet(sheet.name)
    for (const [address, cell] of Object.entries(sheet.cells)) {
      const target = worksheet.getCell(address)
      target.value = fileValue(cell.value)
      if (cell.open === true) target.protection = { locked: false }
      if (cell.format !== undefined) target.numFmt = cell.format
    }
    if (sheet.protected) await worksheet.protect('', {})
  }
  for (const [name, refersTo] of Object.entries(book.names)) file.definedNames.add(refersTo, name)
  return openWorkbook(new Uint8Array(await file.xlsx.writeBuffer()), book.fileName)
}

/** Where the person at the fake host sees the selection. */
export function selectionOf({ book }: FakeExcel): { readonly sheet: string; readonly address: string } {
  return { sheet: book.active.name, address: formatArea(book.active.selection) }
}

function fileValue(value: string | number | boolean) {
  return value === '#N/A' ? { error: '#N/A' as const } : value
}
