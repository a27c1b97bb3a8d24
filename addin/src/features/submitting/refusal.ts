import type { ApiError } from '../../api/client.ts'
import { waitsFor } from '../../api/waits-for.ts'

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
  | { readonly kind: 'wait'; readonly why: NonNullable<ReturnType<typeof waitsFor>> }
  | { readonly kind: 'final'; readonly type: RefusalType; readonly code: string }

export function refusalOf(error: ApiError): Refusal {
  const why = waitsFor(error)
  if (why) return { kind: 'wait', why }
  const code = error.kind === 'problem' ? error.type : ''
  return { kind: 'final', type: known.find((type) => type === code) ?? 'unexpected', code }
}

/** Refused because the pane computed from something old: fetch it anew, compute again, let the person look. */
export function isOutdated(type: RefusalType): boolean {
  return type === 'pack-outdated' || type === 'standing-outdated' || type === 'window-closed'
}
