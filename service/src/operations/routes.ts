import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Env } from '../access/guard.ts'
import { isWritable } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import type { Metrics } from './metrics.ts'

export interface OperationDeps {
  readonly db: Kysely<Database>
  readonly metrics: Metrics
}

/** For the machines that watch the service: does it live, can it work, how is it doing. None of it needs an account. */
export function operationRoutes({ db, metrics }: OperationDeps) {
  return new Hono<Env>()
    .get('/livez', (c) => c.json({ status: 'ok' as const }))
    .get('/readyz', async (c) => {
      const works = await canWork(db).catch((cause: unknown) => {
        throw new ProblemError({ type: 'unavailable', retryAfter: 5 }, { cause })
      })
      if (!works) throw new ProblemError({ type: 'unavailable', retryAfter: 5 })
      return c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' })
    })
    .get('/metrics', async (c) =>
      c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }),
    )
}

async function canWork(db: Kysely<Database>): Promise<boolean> {
  await db.selectFrom('campaign').select('id').limit(1).execute()
  return isWritable(db)
}
