import type { Receipt, SignedInApi } from '../../api/client.ts'
import type { Outbox, OutboxItem } from './outbox.ts'
import { refusalOf, type Refusal } from './refusal.ts'

/** What became of one report that was sent. */
export type Sent =
  | { readonly step: 'received'; readonly item: OutboxItem; readonly receipt: Receipt }
  | { readonly step: 'refused'; readonly item: OutboxItem; readonly refusal: Extract<Refusal, { kind: 'final' }> }
  | { readonly step: 'waiting'; readonly why: Extract<Refusal, { kind: 'wait' }>['why'] }

/**
 * Sends one report from the outbox and books what came of it. It may be cut off or killed anywhere: what is not booked is
 * sent again under the same key, and the service gives the same receipt.
 */
export async function sendItem(api: SignedInApi, box: Outbox, item: OutboxItem): Promise<Sent> {
  const answer = await api.submit(item.key, item.submission, new Date(item.savedAt).toISOString())
  if (answer.ok) {
    const { receipt } = answer.value
    await box.keepReceipt(receipt).catch(() => undefined)
    await box.remove(item)
    await box.keepReasons(item.submission.form, item.workbook, {}).catch(() => undefined)
    return { step: 'received', item, receipt }
  }
  const refusal = refusalOf(answer.error)
  if (refusal.kind === 'wait') return { step: 'waiting', why: refusal.why }
  const { type, code } = refusal
  await box.save({ ...item, refused: { type, code } })
  return { step: 'refused', item, refusal }
}
