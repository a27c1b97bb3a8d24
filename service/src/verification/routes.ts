import { Hono } from 'hono'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { evidenceOf } from '../evidence/store.ts'
import { ProblemError } from '../problem.ts'
import { currentWindow, windowsAt, type ReportWindow } from '../register/windows.ts'
import { unitsOf } from '../register/store.ts'
import { latestReports, type StoredReport } from '../reports/store.ts'
import { validated } from '../validated.ts'
import { flagsFor } from '../board/flags-for.ts'
import { loadRisks } from '../board/load-risks.ts'
import { loadUnits } from './load.ts'
import { queuedReports, shownDecision, supplyPlaces } from './queue.ts'
import { bureausOfForm, ownBureau } from './responsible.ts'
import { decisionHistory } from './store.ts'
import { supply, supplySchema } from './supply.ts'
import { verificationSchema, verify, type VerifyDeps } from './verify.ts'

const querySchema = z.object({ window: z.string().max(32).optional() })
const historySchema = z.object({ unit: z.string().max(64), form: z.string().max(64) })

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
  /** What counted until the window before this one ended. */
  const reportsBefore = async (end: string, unit?: string): Promise<readonly StoredReport[]> => {
    const until = pack.calendar.windows
      .map((one) => one.end)
      .filter((other) => other < end)
      .toSorted()
      .at(-1)
    if (until === undefined) return []
    return latestReports(db, { campaign: campaign.id, until, ...(unit === undefined ? {} : { units: [unit] }) })
  }
  return new Hono<Env>()
    .get('/', validated('query', querySchema), async (c) => {
      const bureau = ownBureau(c)
      const window = windowOf(c.req.valid('query').window)
      const units = await loadUnits(db, { campaign: campaign.id, pack, until: window.end })
      const earlier = await reportsBefore(window.end)
      const evidence = Map.groupBy(await evidenceOf(db, { campaign: campaign.id }), ({ unit }) => unit)
      const reports = units.flatMap((unit) =>
        queuedReports(pack, bureau, unit, earlier, evidence.get(unit.unit.id) ?? []),
      )
      const supplies = units.flatMap((unit) => supplyPlaces(pack, bureau, unit))
      const risks = await loadRisks(db, { campaign: campaign.id, pack, window, now: clock.now(), units })
      const flags = flagsFor(pack, bureau, [...risks.values()].flat())
      c.header('Cache-Control', 'no-store')
      return c.json({ bureau, window: window.id, reports, supplies, flags })
    })
    .post('/', validated('json', verificationSchema), async (c) => {
      const { id: account, username } = signedIn(c)
      const bureau = ownBureau(c)
      const report = await verify(deps, { account, username, bureau }, c.req.valid('json'))
      const [unit] = await loadUnits(db, { campaign: campaign.id, pack, until: report.windowEnd, unit: report.unit })
      const earlier = await reportsBefore(report.windowEnd, report.unit)
      const evidence = await evidenceOf(db, { campaign: campaign.id, unit: report.unit, form: report.form })
      const queued =
        unit && queuedReports(pack, bureau, unit, earlier, evidence).find(({ number }) => number === report.number)
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
    .get('/history', validated('query', historySchema), async (c) => {
      const { unit, form: id } = c.req.valid('query')
      const form = pack.forms.find((one) => one.id === id)
      const known = (await unitsOf(db, campaign.id)).some((one) => one.id === unit)
      if (!form || !known || !bureausOfForm(pack, form, unit).has(ownBureau(c))) {
        throw new ProblemError({ type: 'not-found' })
      }
      const decisions = await decisionHistory(db, { campaign: campaign.id, unit, form: form.id })
      c.header('Cache-Control', 'no-store')
      return c.json({
        decisions: decisions.map((decision) => ({
          item: decision.item,
          window: decision.window,
          report: decision.report,
          ...shownDecision(decision),
        })),
      })
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
