import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { hashOf, sealOf, type Run } from './run.ts'
import { awardDecisions, type RunHead } from './store.ts'

const draftedSchema = z.object({ hash: z.string() })
const signedSchema = z.object({ hash: z.string(), seal: z.string() })

/**
 * Refuses a run that is no longer what the log says was drafted and, from the signature on, sealed. The log is chained; whoever
 * changes a run behind the service's back would have to change all of it from there on.
 */
export async function beSound(db: Kysely<Database>, campaign: string, run: Run): Promise<void> {
  const { drafted, signed } = await loggedOf(db, campaign, run.number)
  const altered = (part: 'run' | 'awards') => new ProblemError({ type: 'run-altered', run: run.number, part })
  if (drafted?.hash !== run.hash || hashOf(run) !== run.hash) throw altered('run')
  if (run.status === 'draft' && signed === null) return
  if (run.status === 'draft' || signed?.hash !== run.hash || signed.seal !== run.seal) throw altered('run')
  if (sealOf(run, await awardDecisions(db, run.number)) !== run.seal) throw altered('awards')
}

/** The same for what a list says of a run, where only a stretch of it is handed out. */
export async function beSoundHead(db: Kysely<Database>, campaign: string, { number, hash }: RunHead): Promise<void> {
  const { drafted } = await loggedOf(db, campaign, number)
  if (drafted?.hash !== hash) throw new ProblemError({ type: 'run-altered', run: number, part: 'run' })
}

async function loggedOf(db: Kysely<Database>, campaign: string, number: string) {
  const entries = await db
    .selectFrom('audit_entry')
    .select(['action', 'after'])
    .where('campaign', '=', campaign)
    .where('subject', '=', `run/${number}`)
    .where('action', 'in', ['run.drafted', 'run.signed'])
    .orderBy('seq')
    .execute()
  const saidBy = (action: string): unknown =>
    JSON.parse(entries.find((entry) => entry.action === action)?.after ?? 'null')
  return {
    drafted: draftedSchema.safeParse(saidBy('run.drafted')).data ?? null,
    signed: signedSchema.safeParse(saidBy('run.signed')).data ?? null,
  }
}
