import type { Form } from '@kaohe/shared-rules'
import type { ApiError, Receipt } from '../api/client.ts'
import type { Keep } from '../api/keep.ts'
import type { RefusalType } from '../features/submitting/refusal.ts'
import type { Finding } from '../ui/FindingRow.tsx'
import type { WorkbookError } from '../workbook/workbook.ts'

/** What came of a press on the ribbon. It is shown in a dialog, which knows nothing else. */
export type CommandOutcome =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-yours'; readonly command: 'clerk' | 'office' }
  | { readonly kind: 'unreachable'; readonly error: ApiError }
  | { readonly kind: 'workbook'; readonly error: WorkbookError }
  | { readonly kind: 'not-a-form' }
  | { readonly kind: 'closed-window' }
  /** Something wants the person's eyes or words first. Nothing was sent. */
  | {
      readonly kind: 'open'
      readonly form: Form
      readonly findings: readonly Finding[]
      /** An empty form or ledger, which has to be meant. */
      readonly empty: boolean
    }
  | { readonly kind: 'all-clear'; readonly form: Form; readonly total: string | null }
  /** As it was handed in for this window. */
  | { readonly kind: 'unchanged'; readonly form: Form; readonly number: string; readonly receivedAt: string }
  | {
      readonly kind: 'received'
      readonly form: Form
      readonly receipt: Receipt
      readonly window: string
      readonly notice: string
    }
  | { readonly kind: 'waiting'; readonly why: 'offline' | 'unauthorised' | 'unavailable' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'refused'; readonly type: RefusalType; readonly code: string }
  | { readonly kind: 'pulled'; readonly sheets: readonly string[] }

const prefix = 'command:'

/** Leaves the outcome where the dialog finds it. One is enough: Office shows one dialog at a time. */
export async function leaveOutcome(keep: Keep, id: string, outcome: CommandOutcome): Promise<void> {
  await keep.set(prefix + id, outcome)
}

export async function takeOutcome(keep: Keep, id: string): Promise<CommandOutcome | null> {
  const kept = await keep.get(prefix + id)
  // Only this file writes under the key.
  return kept === undefined ? null : (kept as CommandOutcome)
}
