import type { FormRecord } from '@kaohe/shared-rules'
import type { Receipt } from '../reports/receipt.ts'
import type { TestService } from './harness.ts'
import type { ServedClient } from './served.ts'

type Draft = TestService['draft']

/** One press of 提交: what was sent under which key, and what is known of its fate. */
export interface Attempt {
  readonly client: ServedClient
  readonly key: string
  readonly body: unknown
}
export type Fate =
  | { readonly kind: 'acknowledged'; readonly attempt: Attempt; readonly receipt: Receipt }
  /** Somebody of the same unit was faster, or the service was not there yet when the sheet was opened. */
  | { readonly kind: 'not-sent' }
  /** No answer, or one that says to try again: it may be stored or not. */
  | { readonly kind: 'open'; readonly attempt: Attempt }

/** Hands a record in once, as the pane does: preview from the standing, a sentence for every amber figure, one key. */
export async function handIn(draft: Draft, client: ServedClient, record: FormRecord): Promise<Fate> {
  let body
  try {
    body = await draft(client, record)
  } catch {
    return { kind: 'not-sent' }
  }
  const fate = await send({ client, key: crypto.randomUUID(), body })
  if (fate.kind !== 'refused') return fate
  const reasons = Object.fromEntries(fate.missing.map((place) => [place, '已与台账核对']))
  const again = await send({ client, key: crypto.randomUUID(), body: { ...body, reasons } })
  return again.kind === 'refused' ? { kind: 'not-sent' } : again
}

/** Sends what stands open again, under its own key. */
export async function resend(attempt: Attempt): Promise<Fate> {
  const fate = await send(attempt)
  return fate.kind === 'refused' ? { kind: 'not-sent' } : fate
}

async function send(
  attempt: Attempt,
): Promise<Fate | { readonly kind: 'refused'; readonly missing: readonly string[] }> {
  const { client, key, body } = attempt
  try {
    const response = await client.post('/submissions', body, { 'idempotency-key': key })
    const answer = (await response.json()) as { receipt?: Receipt; missing?: string[] }
    if (answer.receipt) return { kind: 'acknowledged', attempt, receipt: answer.receipt }
    if (response.status === 503 && response.headers.has('retry-after')) return { kind: 'open', attempt }
    if (response.status === 409 || response.status === 422) return { kind: 'refused', missing: answer.missing ?? [] }
    throw new Error(`unexpected answer ${response.status}: ${JSON.stringify(answer)}`)
  } catch (error) {
    // What fetch throws when a connection breaks or cannot be had.
    if (error instanceof TypeError || error instanceof SyntaxError) return { kind: 'open', attempt }
    throw error
  }
}
