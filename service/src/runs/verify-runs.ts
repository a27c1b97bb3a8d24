import { fingerprint, type Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { AuditEntry } from '../audit/entry.ts'
import type { Described } from '../contract/described.ts'
import type { Database } from '../db/schema.ts'
import { areRowsOf } from './rows.ts'
import { execute, hashOf, type Run } from './run.ts'
import { findRun } from './store.ts'

/** What a run was computed to once more, and what of it is kept otherwise. */
export const reexecutionSchema = z.strictObject({
  number: z.string(),
  stored: z.string(),
  computed: z.string(),
  same: z.boolean(),
  /** `rows` are those that pages of the ranking are read from. */
  differing: z.array(z.enum(['hash', 'result', 'rows'])),
})
export type Reexecution = Described<typeof reexecutionSchema>

/** Computes a run anew from its frozen inputs and compares all that is handed out of it. */
export async function reexecute(db: Kysely<Database>, pack: Pack, run: Run): Promise<Reexecution> {
  const again = execute(pack, run.engine, run.inputs)
  const same = {
    hash: again.hash === run.hash,
    result: fingerprint(again.result) === fingerprint(run.result),
    rows: await areRowsOf(db, { ...run, result: again.result }),
  }
  const differing = (['hash', 'result', 'rows'] as const).filter((part) => !same[part])
  return { number: run.number, stored: run.hash, computed: again.hash, same: differing.length === 0, differing }
}

export interface RunFault {
  readonly kind: 'run-altered' | 'run-rows-altered' | 'run-missing' | 'run-unlogged'
  readonly number: string
}

const draftedSchema = z.object({ number: z.string(), hash: z.string() })

/** Compares every stored run with what the log says was drafted, and the rows of its pages with the run. */
export async function verifyRuns(
  db: Kysely<Database>,
  campaign: string,
  entries: readonly AuditEntry[],
): Promise<readonly RunFault[]> {
  const logged = new Map<string, string>()
  for (const { action, after } of entries) {
    const drafted = action === 'run.drafted' && draftedSchema.safeParse(JSON.parse(after ?? 'null'))
    if (drafted && drafted.success) logged.set(drafted.data.number, drafted.data.hash)
  }
  const stored = db.selectFrom('run').select('number').where('campaign', '=', campaign).orderBy('number')
  const faults: RunFault[] = []
  for (const { number } of await stored.execute()) {
    const run = await findRun(db, campaign, number)
    const fault = run && (await faultOf(db, run, logged.get(number)))
    if (fault) faults.push({ kind: fault, number })
    logged.delete(number)
  }
  return [...faults, ...[...logged.keys()].map((number) => ({ kind: 'run-missing' as const, number }))]
}

async function faultOf(db: Kysely<Database>, run: Run, logged: string | undefined): Promise<RunFault['kind'] | null> {
  if (logged === undefined) return 'run-unlogged'
  if (logged !== run.hash || logged !== hashOf(run)) return 'run-altered'
  return (await areRowsOf(db, run)) ? null : 'run-rows-altered'
}
