import type { Workbook } from '@cj-tech-master/excelts'

/** How a workbook is announced to whoever fetches it. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An empty workbook. The library is loaded with the first one: a service that starts, or writes none, goes without its 70 MB. */
export async function newWorkbook(title: string, writtenAt: Date): Promise<Workbook> {
  const library = await import('@cj-tech-master/excelts')
  const workbook = new library.Workbook()
  workbook.title = title
  workbook.created = writtenAt
  workbook.modified = writtenAt
  return workbook
}
