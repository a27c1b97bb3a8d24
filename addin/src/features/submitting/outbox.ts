import type { Receipt, Submission } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'

/** A report that was pressed on its way. It leaves the outbox with a receipt or a refusal, never by being forgotten. */
export interface OutboxItem {
  /** Sent as Idempotency-Key: however often it is sent, the service keeps one submission and gives one receipt. */
  readonly key: string
  readonly savedAt: number
  readonly formTitle: string
  readonly submission: Submission
}

export interface Outbox {
  /** Resolves when the item is safe on this machine. */
  save(item: OutboxItem): Promise<void>
  remove(item: OutboxItem): Promise<void>
  waiting(): Promise<readonly OutboxItem[]>
  keepReceipt(receipt: Receipt): Promise<void>
  receipt(form: string): Promise<Receipt | undefined>
  keepReasons(form: string, reasons: Readonly<Record<string, string>>): Promise<void>
  reasons(form: string): Promise<Readonly<Record<string, string>>>
}

/** The outbox of one account on this machine. Only this file reads and writes under these keys. */
export function outbox(keep: Keep, username: string): Outbox {
  const itemKey = ({ key, savedAt }: OutboxItem) => `outbox:${username}:${String(savedAt).padStart(16, '0')}:${key}`
  return {
    save: (item) => keep.set(itemKey(item), item),
    remove: (item) => keep.remove(itemKey(item)),
    waiting: async () => (await keep.list(`outbox:${username}:`)) as readonly OutboxItem[],
    keepReceipt: (receipt) => keep.set(`receipt:${username}:${receipt.form}`, receipt),
    receipt: async (form) => (await keep.get(`receipt:${username}:${form}`)) as Receipt | undefined,
    keepReasons: (form, reasons) => keep.set(`reasons:${username}:${form}`, reasons),
    reasons: async (form) =>
      ((await keep.get(`reasons:${username}:${form}`)) ?? {}) as Readonly<Record<string, string>>,
  }
}
