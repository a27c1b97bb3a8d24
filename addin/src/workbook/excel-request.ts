import type { WorkbookError, WorkbookResult } from './workbook.ts'

/**
 * One `Excel.run` for one intention. What the host refuses becomes a value: `known` says what a code means here,
 * the rest has the same meaning everywhere.
 */
export async function excelRequest<T>(
  work: (context: Excel.RequestContext) => Promise<WorkbookResult<T>>,
  known: Readonly<Record<string, WorkbookError>> = {},
): Promise<WorkbookResult<T>> {
  try {
    return await Excel.run(work)
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return refused(known[error.code] ?? meaning(error.code))
    throw error
  }
}

export function done<T>(value: T): WorkbookResult<T> {
  return { ok: true, value }
}

export function refused(error: WorkbookError): { readonly ok: false; readonly error: WorkbookError } {
  return { ok: false, error }
}

/** Does the host know this set of ExcelApi? Everything above 1.9 is asked for first. */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version)
}

/** Another window of Excel in front, a request thrown away, too many at once: each passes by itself. */
const passing = ['ActivityLimitReached', 'Conflict', 'InactiveWorkbook', 'RequestAborted', 'ServiceNotAvailable']

function meaning(code: string): WorkbookError {
  if (code === 'InvalidOperationInCellEditMode') return { kind: 'cell-being-edited' }
  return passing.includes(code) ? { kind: 'busy' } : { kind: 'host', code }
}
