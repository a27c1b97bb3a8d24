import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Env } from '../access/guard.ts'
import { writeFault } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import type { Metrics } from './metrics.ts'

export interface OperationDeps {
  readonly db: Kysely<Database>
  readonly metrics: Metrics
  /** Of the disk under a database in a file: with less, no report is expected any more. */
  readonly minFreeBytes: number
}

/** For the machines that watch the service: does it live, can it work, how is it doing. None of it needs an account. */
export function operationRoutes({ db, metrics, minFreeBytes }: OperationDeps) {
  return new Hono<Env>()
    .get('/livez', (c) => c.json({ status: 'ok' as const }))
    .get('/readyz', async (c) => {
      await beAbleToWork(db, minFreeBytes).catch((cause: unknown) => {
        throw new ProblemError({ type: 'unavailable', retryAfter: 5 }, { cause })
      })
      return c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' })
    })
    .get('/metrics', async (c) =>
      c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }),
    )
}

async function beAbleToWork(db: Kysely<Database>, minFreeBytes: number): Promise<void> {
  await db.selectFrom('campaign').select('id').limit(1).execute()
  const fault = await writeFault(db, minFreeBytes)
  if (fault !== null) throw new Error(fault)
}
