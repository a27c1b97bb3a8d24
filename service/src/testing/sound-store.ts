import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import type { Database } from '../db/schema.ts'
import type { Receipt } from '../reports/receipt.ts'
import { verifyLogs } from '../stores/verify-log.ts'

/** One receipt for each key that was acknowledged. */
export type Acknowledged = ReadonlyMap<string, Receipt>

/** Every acknowledged receipt is there as it was given, no key gave two, numbers have no gap, and the log verifies. */
export async function expectSound(db: Kysely<Database>, acknowledged: Acknowledged): Promise<void> {
  const rows = await db
    .selectFrom('submission')
    .select(['number', 'idempotency_key', 'receipt'])
    .orderBy('seq')
    .execute()
  const stored = new Map(rows.map(({ idempotency_key, receipt }) => [idempotency_key, JSON.parse(receipt) as Receipt]))
  expect(rows.length).toBe(stored.size)
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, n) => `2019-${String(n + 1).padStart(6, '0')}`))
  expect(new Map([...stored].filter(([key]) => acknowledged.has(key)))).toEqual(
    new Map([...stored.keys()].flatMap((key) => entryOf(acknowledged, key))),
  )
  expect([...acknowledged.keys()].filter((key) => !stored.has(key))).toEqual([])
  expect((await verifyLogs(db)).map(({ faults }) => faults)).toEqual([[]])
}

function entryOf(acknowledged: Acknowledged, key: string): [string, Receipt][] {
  const receipt = acknowledged.get(key)
  return receipt ? [[key, receipt]] : []
}
