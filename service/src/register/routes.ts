import type { Pack, Unit } from '@kaohe/shared-rules'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Kysely } from 'kysely'
import { signedIn, type Env } from '../access/guard.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { windowFor } from '../windows/access.ts'
import { windowDecisions } from '../windows/store.ts'
import { unitsOf, type Campaign } from './store.ts'
import { currentWindow, registerDay, windowsAt } from './windows.ts'

export interface RegisterDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly packHash: string
  readonly clock: Clock
}

/** What everybody who is signed in may know: who they are, what time it is, the rules, the units. */
export function registerRoutes({ db, campaign, pack, packHash, clock }: RegisterDeps) {
  const etag = `"${packHash}"`
  const dayOf = () => registerDay(windowsAt(pack.calendar, clock.now()), clock.now())
  return new Hono<Env>()
    .get('/me', async (c) => {
      const { username, name, role, unit, passwordChange } = signedIn(c)
      const units = unit === null ? [] : await unitsOf(db, campaign.id)
      const now = clock.now()
      const decisions = await windowDecisions(db, campaign.id)
      const windows = windowsAt(pack.calendar, now).map((window) => windowFor(window, unit, decisions, now))
      c.header('Cache-Control', 'no-store')
      return c.json({
        account: { username, name, role, unit: units.find(({ id }) => id === unit) ?? null, passwordChange },
        clock: { now: now.toISOString(), demo: clock.demo },
        campaign,
        windows,
        window: currentWindow(windows, now)?.id ?? null,
      })
    })
    .get(
      '/pack',
      compress(),
      async (c, next) => {
        c.header('ETag', etag)
        c.header('Cache-Control', 'private, no-cache')
        if (c.req.header('if-none-match') === etag) return c.body(null, 304)
        return next()
      },
      (c) => c.json({ pack, hash: packHash }),
    )
    .get('/units', async (c) => c.json<readonly Unit[]>(await unitsOf(db, campaign.id, dayOf())))
}
