import type { Standing } from '../../api/client.ts'

/** How the sheet stands to what the service has. */
export type Unsent =
  /** Pressed, saved on this machine, not received yet. */
  | { readonly kind: 'queued' }
  | { readonly kind: 'never' }
  /** A ledger without a row, and nothing reported yet: to be stated, if it is so. */
  | { readonly kind: 'zero' }
  /** Nothing to report: no task in this form, and nothing filled in. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'changed'; readonly count: number }
  /** As reported for an earlier window; this one has nothing yet. */
  | { readonly kind: 'carried'; readonly receivedAt: string; readonly window: string }
  | { readonly kind: 'reported'; readonly receivedAt: string }

export function unsentOf(
  submission: Standing['forms'][number]['submission'] | undefined,
  window: string,
  changes: number,
  queued: boolean,
  { asked, emptyLedger }: { readonly asked: boolean; readonly emptyLedger: boolean },
): Unsent {
  if (queued) return { kind: 'queued' }
  if (!submission) {
    if (changes > 0) return { kind: 'never' }
    return { kind: asked ? (emptyLedger ? 'zero' : 'never') : 'not-asked' }
  }
  if (changes > 0) return { kind: 'changed', count: changes }
  const { receivedAt } = submission
  return submission.window === window
    ? { kind: 'reported', receivedAt }
    : { kind: 'carried', receivedAt, window: submission.window }
}
