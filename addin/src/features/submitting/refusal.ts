import type { ApiError } from '../../api/client.ts'

const known = [
  'pack-outdated',
  'template-outdated',
  'standing-outdated',
  'parity-mismatch',
  'window-closed',
  'red-verdicts',
  'reasons-missing',
  'too-large',
] as const
export type RefusalType = (typeof known)[number] | 'unexpected'

/** Why a report did not arrive: either it may be sent again as it is, or it never will be taken. */
export type Refusal =
  | { readonly kind: 'wait'; readonly why: 'offline' | 'unauthorised' | 'unavailable' }
  | { readonly kind: 'final'; readonly type: RefusalType; readonly code: string }

export function refusalOf(error: ApiError): Refusal {
  if (error.kind === 'offline') return { kind: 'wait', why: 'offline' }
  if (error.status === 401) return { kind: 'wait', why: 'unauthorised' }
  if (error.status === 429 || error.status >= 500) return { kind: 'wait', why: 'unavailable' }
  return { kind: 'final', type: known.find((type) => type === error.type) ?? 'unexpected', code: error.type }
}

/** Refused because the pane computed from something old: fetch it anew, compute again, let the person look. */
export function isOutdated(type: RefusalType): boolean {
  return type === 'pack-outdated' || type === 'standing-outdated' || type === 'window-closed'
}
