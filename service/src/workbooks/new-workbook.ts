import type { Workbook } from '@cj-tech-master/excelts'

/** An empty workbook. The library is loaded with the first one: a service that starts, or writes none, goes without its 70 MB. */
export async function newWorkbook(title: string, writtenAt: Date): Promise<Workbook> {
  const library = await import('@cj-tech-master/excelts')
  const workbook = new library.Workbook()
  workbook.title = title
  workbook.created = writtenAt
  workbook.modified = writtenAt
  return workbook
}
