import type { Translate } from '../i18n/translate.ts'
import type { ApiError } from '../api/client.ts'
import { apiErrorText } from './error-text.ts'

/** What the service found wrong with what was sent, in its own words; else what there is to do. */
export function refusalText(error: ApiError, t: Translate): string {
  if (error.kind === 'offline') return apiErrorText(error, t)
  const issues = error.type === 'invalid-request' ? issuesOf(error.body['issues']) : []
  if (issues.length > 0) return [...new Set(issues)].join(t('list.semicolon'))
  // What there is to do, where the service knows it.
  const { title, detail } = error.body
  if (typeof detail === 'string') return detail
  // Conflicts are told by the service in a sentence of their own, in Chinese.
  if (error.status === 409 && typeof title === 'string') return title
  return apiErrorText(error, t)
}

function issuesOf(given: unknown): readonly string[] {
  if (!Array.isArray(given)) return []
  return given.flatMap((issue: unknown) =>
    typeof issue === 'object' && issue !== null && 'message' in issue && typeof issue.message === 'string'
      ? [issue.message]
      : [],
  )
}
