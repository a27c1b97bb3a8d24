import type { Pack } from '@kaohe/shared-rules'
import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { appendAudit } from '../audit/append.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf, type Campaign } from '../register/store.ts'
import { windowsAt } from '../register/windows.ts'
import { lockCampaign } from '../reports/store.ts'
import { validated } from '../validated.ts'
import { lockOf } from './access.ts'
import { calendarFile } from './calendar-file.ts'
import { addLock, addReopening, windowDecisions } from './store.ts'

export interface WindowDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly clock: Clock
}

const sentence = z.string().trim().min(1).max(500)
const lockSchema = z.strictObject({ locked: z.boolean(), decider: sentence, reason: sentence })
const reopeningSchema = z.strictObject({
  units: z.array(z.string().max(64)).min(1).max(200),
  forms: z.array(z.string().max(64)).min(1).max(50),
  decider: sentence,
  reason: sentence,
  /** With offset: `2019-06-25T17:30:00+08:00`. */
  expires: z.iso.datetime({ offset: true }),
})

/** Windows as they stand for everybody, with every lock and reopening: who decided, why, for whom, until when. */
export function windowRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const known = (id: string) => {
    const window = windowsAt(pack.calendar, clock.now()).find((one) => one.id === id)
    if (!window) throw new ProblemError({ type: 'not-found' })
    return window
  }
  return new Hono<Env>()
    .get('/', async (c) => {
      const { locks, reopenings } = await windowDecisions(db, campaign.id)
      c.header('Cache-Control', 'no-store')
      const windows = windowsAt(pack.calendar, clock.now())
      return c.json({
        windows: windows.map((window) => ({
          ...window,
          locked: lockOf(window.id, locks),
          reopenings: reopenings.filter((one) => one.window === window.id),
        })),
      })
    })
    .get('/calendar', (c) =>
      c.body(calendarFile(pack, clock.now()), 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="windows.ics"',
      }),
    )
    .post('/:window/lock', validated('json', lockSchema), async (c) => {
      const { id: window } = known(c.req.param('window'))
      const { locked, decider, reason } = c.req.valid('json')
      const { id: account, username: actor } = signedIn(c)
      const now = clock.now()
      const lock = { window, locked, decider, reason, at: now.toISOString() }
      await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const before = lockOf(window, (await windowDecisions(trx, campaign.id)).locks)
        await addLock(trx, { ...lock, campaign: campaign.id, account })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor,
          at: now,
          action: locked ? 'window.locked' : 'window.unlocked',
          subject: `window/${window}`,
          before: { locked: before !== null },
          after: { locked, decider },
          reason,
        })
      })
      return c.json({ lock })
    })
    .post('/:window/reopenings', validated('json', reopeningSchema), async (c) => {
      const { id: window, state } = known(c.req.param('window'))
      const { units, forms, decider, reason, expires } = c.req.valid('json')
      const { id: account, username: actor } = signedIn(c)
      const now = clock.now()
      const all = new Set((await unitsOf(db, campaign.id)).map(({ id }) => id))
      const issues = [
        ...units.flatMap((id, at) => (all.has(id) ? [] : [{ path: `units.${at}`, message: '没有这个单位' }])),
        ...forms.flatMap((id, at) =>
          pack.forms.some((form) => form.id === id) ? [] : [{ path: `forms.${at}`, message: '没有这个表' }],
        ),
        ...(Date.parse(expires) > now.getTime() ? [] : [{ path: 'expires', message: '须晚于现在' }]),
        ...(state === 'future' ? [{ path: 'window', message: '该期次尚未开始' }] : []),
      ]
      if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
      const reopening = { window, units, forms, decider, reason, expires, at: now.toISOString() }
      await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        await addReopening(trx, { ...reopening, campaign: campaign.id, account })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor,
          at: now,
          action: 'window.reopened',
          subject: `window/${window}`,
          after: { units, forms, decider, expires },
          reason,
        })
      })
      return c.json({ reopening }, 201)
    })
}
