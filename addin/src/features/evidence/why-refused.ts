import type { ApiError } from '../../api/client.ts'
import type { TranslateOf } from '../../i18n/translate.ts'
import { refusalText } from '../../ui/refusal-text.ts'

/** Why the service, or a proxy before it, did not take a file, and what to do. */
export function whyRefused(error: ApiError, t: TranslateOf<'evidence'>): string {
  if (error.kind !== 'problem' || error.status !== 413) return refusalText(error, t)
  const { limit } = error.body
  return typeof limit === 'number' ? tooLarge(limit, t) : t('tooLarge.proxy')
}

export const tooLarge = (limit: number, t: TranslateOf<'evidence'>): string =>
  t('tooLarge.limit', { limit: Math.floor(limit / 1024 / 1024) })
