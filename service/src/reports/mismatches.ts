import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Judgement } from './judge.ts'
import type { Sender, Submission } from './submission.ts'

export interface Mismatch {
  readonly sender: Sender
  readonly submission: Submission
  readonly judgement: Extract<Judgement, { kind: 'mismatch' }>
  readonly receivedAt: string
}

/** Keeps what is needed to find out why pane and service disagreed: both fingerprints, the record and the facts. */
export async function keepMismatches(db: Kysely<Database>, mismatches: readonly Mismatch[]): Promise<void> {
  await db
    .insertInto('parity_mismatch')
    .values(
      mismatches.map(({ sender, submission, judgement, receivedAt }) => ({
        account: sender.account,
        unit: sender.unit,
        form: submission.form,
        window: submission.window,
        pack: submission.pack,
        received_at: receivedAt,
        request_id: sender.requestId,
        preview: JSON.stringify(submission.preview),
        computed: JSON.stringify(judgement.fingerprints),
        record: JSON.stringify(submission.record),
        facts: JSON.stringify(judgement.facts),
      })),
    )
    .execute()
}
