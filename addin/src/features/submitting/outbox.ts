import type { Receipt, Submission } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'
import type { RefusalType } from './refusal.ts'

/** A report that was pressed on its way. It leaves the outbox with a receipt, or once a person has read why it was turned down. */
export interface OutboxItem {
  /** Sent as Idempotency-Key: however often it is sent, the service keeps one submission and gives one receipt. */
  readonly key: string
  readonly savedAt: number
  readonly formTitle: string
  readonly submission: Submission
  /** The workbook it came from: its receipt is shown beside that one, and beside no other that happens to be open. */
  readonly workbook: string
  /** Turned down for good. */
  readonly refused?: { readonly type: RefusalType; readonly code: string }
}

export interface Outbox {
  /** Names the workbook that this outbox stands beside. */
  readonly workbook: string
  /** Resolves when the item is safe on this machine. */
  save(item: OutboxItem): Promise<void>
  remove(item: OutboxItem): Promise<void>
  /** Reports still to be sent, of all workbooks: whoever is open sends them. */
  waiting(): Promise<readonly OutboxItem[]>
  /** Reports of this workbook that were turned down, until somebody has seen it. */
  refused(): Promise<readonly OutboxItem[]>
  keepReceipt(receipt: Receipt): Promise<void>
  receipt(form: string): Promise<Receipt | undefined>
  keepReasons(form: string, workbook: string, reasons: Readonly<Record<string, string>>): Promise<void>
  /** The sentences half written for this form in this workbook. */
  reasons(form: string): Promise<Readonly<Record<string, string>>>
}

/** The outbox of one account on this machine, beside one workbook. Only this file reads and writes under these keys. */
export function outbox(keep: Keep, username: string, workbook: string): Outbox {
  const itemKey = ({ key, savedAt }: OutboxItem) => `outbox:${username}:${String(savedAt).padStart(16, '0')}:${key}`
  const reasonsKey = (form: string, of: string) => `reasons:${username}:${form}:${of}`
  const items = async () => (await keep.list(`outbox:${username}:`)) as readonly OutboxItem[]
  return {
    workbook,
    save: (item) => keep.set(itemKey(item), item),
    remove: (item) => keep.remove(itemKey(item)),
    waiting: async () => (await items()).filter(({ refused }) => refused === undefined),
    refused: async () => (await items()).filter((item) => item.refused !== undefined && item.workbook === workbook),
    keepReceipt: (receipt) => keep.set(`receipt:${username}:${receipt.form}`, receipt),
    receipt: async (form) => (await keep.get(`receipt:${username}:${form}`)) as Receipt | undefined,
    keepReasons: (form, of, reasons) => keep.set(reasonsKey(form, of), reasons),
    reasons: async (form) => ((await keep.get(reasonsKey(form, workbook))) ?? {}) as Readonly<Record<string, string>>,
  }
}
