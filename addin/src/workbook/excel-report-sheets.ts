import { createReport } from './excel-report-create.ts'
import { refreshReport } from './excel-report-refresh.ts'
import { done, excelRequest } from './excel-request.ts'
import type { ReportSheets } from './report-sheets.ts'

/** Result sheets as tables of Excel, from ExcelApi 1.9 on. */
export function excelReportSheets(): ReportSheets {
  return {
    find: (name) =>
      excelRequest(async (context) => {
        const table = context.workbook.tables.getItemOrNullObject(name).load('worksheet/name')
        await context.sync()
        return done(table.isNullObject ? null : { sheet: table.worksheet.name })
      }),
    create: (report) => excelRequest((context) => createReport(context, report)),
    refresh: (report) => excelRequest((context) => refreshReport(context, report)),
  }
}
