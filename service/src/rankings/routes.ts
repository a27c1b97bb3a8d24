import type { Pack } from '@kaohe/shared-rules'
import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Env } from '../access/guard.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { pageOfRows, pageOrWholeQuery } from '../paging.ts'
import { ProblemError } from '../problem.ts'
import type { Campaign } from '../register/store.ts'
import { currentWindow, windowsAt } from '../register/windows.ts'
import { validated } from '../validated.ts'
import { loadUnits } from '../verification/load.ts'
import { rankedUnit } from './ranked-unit.ts'
import { rankUnits } from './ranking.ts'

export interface RankingDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly packHash: string
  readonly clock: Clock
}

const querySchema = z.object({
  window: z.string().max(32).optional(),
  pool: z.string().max(64),
  ...pageOrWholeQuery,
})

/** 暂定 rankings, for the office alone; whole, unless a page is asked for. */
export function rankingRoutes({ db, campaign, pack, packHash, clock }: RankingDeps) {
  return new Hono<Env>().get('/', validated('query', querySchema), async (c) => {
    const asked = c.req.valid('query')
    const now = clock.now()
    const windows = windowsAt(pack.calendar, now)
    const window =
      asked.window === undefined ? currentWindow(windows, now) : windows.find(({ id }) => id === asked.window)
    const pool = pack.pools.find(({ id }) => id === asked.pool)
    if (!window || !pool) throw new ProblemError({ type: 'not-found' })

    const loaded = await loadUnits(db, { campaign: campaign.id, pack, until: window.end })
    const { rows } = rankUnits(
      pack,
      pool.id,
      window.id,
      loaded.filter(({ unit }) => unit.pool === pool.id).map(rankedUnit),
    )
    c.header('Cache-Control', 'no-store')
    return c.json({
      window: window.id,
      pool: pool.id,
      provisional: true,
      pack: { id: pack.id, version: pack.version, hash: packHash, official: pack.official, notice: pack.notice },
      runAt: now.toISOString(),
      indicators: pack.indicators.map(({ id, title, weights }) => ({ id, title, weight: weights[pool.id] ?? null })),
      ...pageOfRows(rows, asked),
    })
  })
}
