import { done, excelRequest } from './excel-request.ts'
import type { ReportSheets } from './report-sheets.ts'

/** Result sheets as tables of Excel, from ExcelApi 1.9 on. What writes them is fetched when somebody pulls the first one. */
export function excelReportSheets(): ReportSheets {
  return {
    find: (name) =>
      excelRequest(async (context) => {
        const table = context.workbook.tables.getItemOrNullObject(name).load('worksheet/name')
        await context.sync()
        return done(table.isNullObject ? null : { sheet: table.worksheet.name })
      }),
    async create(report) {
      const { createReport } = await import('./excel-report-create.ts')
      return excelRequest((context) => createReport(context, report))
    },
    async refresh(report) {
      const { refreshReport } = await import('./excel-report-refresh.ts')
      return excelRequest((context) => refreshReport(context, report))
    },
  }
}
