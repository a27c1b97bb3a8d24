import { Hono } from 'hono'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { currentWindow, windowsAt, type ReportWindow } from '../register/windows.ts'
import { validated } from '../validated.ts'
import { loadUnits } from './load.ts'
import { queuedReports, supplyPlaces } from './queue.ts'
import { ownBureau } from './responsible.ts'
import { supply, supplySchema } from './supply.ts'
import { verificationSchema, verify, type VerifyDeps } from './verify.ts'

const querySchema = z.object({ window: z.string().max(32).optional() })

/** A bureau's work: what is reported to it, its decisions, the figures it supplies, and where bureaus disagree. */
export function verificationRoutes(deps: VerifyDeps) {
  const { db, campaign, pack, clock } = deps
  const windowOf = (asked: string | undefined): ReportWindow => {
    const now = clock.now()
    const windows = windowsAt(pack.calendar, now)
    const window = asked === undefined ? currentWindow(windows, now) : windows.find(({ id }) => id === asked)
    if (!window) throw new ProblemError({ type: 'not-found' })
    return window
  }
  return new Hono<Env>()
    .get('/', validated('query', querySchema), async (c) => {
      const bureau = ownBureau(c)
      const window = windowOf(c.req.valid('query').window)
      const units = await loadUnits(db, { campaign: campaign.id, pack, until: window.end })
      const reports = units.flatMap((unit) => queuedReports(pack, bureau, unit))
      const supplies = units.flatMap((unit) => supplyPlaces(pack, bureau, unit))
      c.header('Cache-Control', 'no-store')
      return c.json({ bureau, window: window.id, reports, supplies })
    })
    .post('/', validated('json', verificationSchema), async (c) => {
      const { id: account, username } = signedIn(c)
      const bureau = ownBureau(c)
      const report = await verify(deps, { account, username, bureau }, c.req.valid('json'))
      const [unit] = await loadUnits(db, { campaign: campaign.id, pack, until: report.windowEnd, unit: report.unit })
      const queued = unit && queuedReports(pack, bureau, unit).find(({ number }) => number === report.number)
      if (!queued) throw new Error(`verified and gone: ${report.number}`)
      return c.json({ report: queued })
    })
    .post('/supplies', validated('json', supplySchema), async (c) => {
      const { id: account, username } = signedIn(c)
      const figures = c.req.valid('json')
      const window = windowOf(figures.window)
      if (window.state === 'future') {
        throw new ProblemError({ type: 'window-closed', window: window.id, state: window.state })
      }
      const supplied = await supply(deps, { account, username, bureau: ownBureau(c) }, window, figures)
      return c.json({ window: window.id, supplied })
    })
    .get('/disputes', validated('query', querySchema), async (c) => {
      const bureau = ownBureau(c)
      const isOffice = signedIn(c).role === 'office'
      const window = windowOf(c.req.valid('query').window)
      const units = await loadUnits(db, { campaign: campaign.id, pack, until: window.end })
      const disputes = units.flatMap(({ unit, indicators }) =>
        indicators
          .filter(({ disputed }) => disputed.length > 0)
          .filter(({ bureaus }) => isOffice || bureaus.some((view) => view.bureau === bureau))
          .map(({ indicator, reported, bureaus, disputed }) => ({
            unit: { id: unit.id, name: unit.name },
            indicator,
            reported,
            bureaus,
            items: disputed,
          })),
      )
      c.header('Cache-Control', 'no-store')
      return c.json({ window: window.id, disputes })
    })
}
