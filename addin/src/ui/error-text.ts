import type { Translate } from '../i18n/translate.ts'
import type { ApiError } from '../api/client.ts'
import type { WorkbookError } from '../workbook/workbook.ts'

/** What the person should know and do when the service gave no answer to use. */
export function apiErrorText(error: ApiError, t: Translate): string {
  if (error.kind === 'offline') return t('error.offline')
  const { type, status, body } = error
  if (status === 401) return t('error.unauthorised')
  if (status === 403) return t('error.forbidden')
  if (status === 404) return t('error.notFound')
  if (status === 429) return t('error.tooMany')
  if (status === 503 || status === 502 || status === 504) return t('error.unavailable')
  return t('error.unexpected', { type, id: typeof body['requestId'] === 'string' ? body['requestId'] : '—' })
}

/** What the person should know and do when the workbook could not be read or written. */
export function workbookErrorText(error: WorkbookError, t: Translate): string {
  switch (error.kind) {
    case 'cell-being-edited':
      return t('workbook.editing')
    case 'busy':
      return t('workbook.busy')
    case 'locked':
      return t('workbook.locked', { place: `${error.place.sheet} ${error.place.address}` })
    case 'no-sheet':
      return t('workbook.noSheet', { sheet: error.sheet })
    case 'no-values':
      return t('workbook.noValues', { sheet: error.sheet })
    case 'occupied':
      return t('workbook.occupied', { place: `${error.place.sheet} ${error.place.address}` })
    case 'no-column':
      return t('workbook.noColumn', { column: error.column })
    case 'no-program':
      return t('workbook.noProgram')
    case 'host':
      return t('workbook.host', { code: error.code })
  }
}
