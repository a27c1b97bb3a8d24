import { formRecordSchema, type Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import type { Campaign } from '../register/store.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制指纹')

export const submitSchema = z.strictObject({
  form: z.string().max(64),
  window: z.string().max(32),
  /** Hash of the pack the preview was computed by. */
  pack: hash,
  /** Revision of the standing it was computed from. */
  basis: hash,
  record: formRecordSchema,
  /** Sentences for amber verdicts, by `reasonKey`. */
  reasons: z.record(z.string().max(200), z.string().max(500)),
  preview: z.strictObject({ inputs: hash, result: hash }),
  /** 零报告: there is nothing to report, and that is meant. */
  nil: z.boolean().optional(),
})
export type Submission = z.infer<typeof submitSchema>

export interface SubmitDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly packHash: string
  readonly clock: Clock
}

export interface Sender {
  readonly account: string
  readonly username: string
  readonly unit: string
  readonly idempotencyKey: string
  /** When the sender's machine says it saved the report, where it said so: kept, and believed for nothing. */
  readonly savedAt: string | null
  readonly requestId: string
}

/** A report that has come in and is to be settled. */
export interface Arrival {
  readonly sender: Sender
  readonly submission: Submission
  /** Fingerprint of the submission as it was sent. */
  readonly bodyHash: string
  /** When it came, by the service's clock. */
  readonly at: Date
}
