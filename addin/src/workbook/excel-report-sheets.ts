import { done, excelRequest, refused } from './excel-request.ts'
import type { ReportSheets } from './report-sheets.ts'
import type { WorkbookResult } from './workbook.ts'

/** Result sheets as tables of Excel, from ExcelApi 1.9 on. What writes them is fetched when somebody pulls the first one. */
export function excelReportSheets(): ReportSheets {
  return {
    find: (name) =>
      excelRequest(async (context) => {
        const table = context.workbook.tables.getItemOrNullObject(name).load('worksheet/name')
        await context.sync()
        return done(table.isNullObject ? null : { sheet: table.worksheet.name })
      }),
    create: (report) =>
      withProgram(
        () => import('./excel-report-create.ts'),
        ({ createReport }) => excelRequest((context) => createReport(context, report)),
      ),
    refresh: (report) =>
      withProgram(
        () => import('./excel-report-refresh.ts'),
        ({ refreshReport }) => excelRequest((context) => refreshReport(context, report)),
      ),
  }
}

/** No waiting here: a button of the ribbon has five minutes in all, and the person is told sooner what to do. */
async function withProgram<Program, T>(
  load: () => Promise<Program>,
  run: (program: Program) => Promise<WorkbookResult<T>>,
): Promise<WorkbookResult<T>> {
  const program = await load().catch(() => null)
  return program ? run(program) : refused({ kind: 'no-program' })
}
