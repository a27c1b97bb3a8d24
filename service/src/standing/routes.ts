import type { Pack } from '@kaohe/shared-rules'
import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { ownUnit, type Env } from '../access/guard.ts'
import { chinaDay, type Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import type { Campaign } from '../register/store.ts'
import { currentWindow, windowsAt } from '../register/windows.ts'
import { recordsByForm, revisionOf } from '../reports/revision.ts'
import type { StoredReport } from '../reports/store.ts'
import { validated } from '../validated.ts'
import { decidedReport, standingReturns } from '../verification/decided-report.ts'
import { templatesInForce } from '../templates/in-force.ts'
import { loadUnits } from '../verification/load.ts'
import { shownDecision } from '../verification/queue.ts'
import { formState } from './form-state.ts'

export interface StandingDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly clock: Clock
}

const querySchema = z.object({ window: z.string().max(32).optional() })
/** Before the first window opens, nothing has been reported for any. */
const beforeAll = ''

/** A unit's own standing: what it has to do, what it has handed in, what came back, and what was verified of it. */
export function standingRoutes({ db, campaign, pack, clock }: StandingDeps) {
  return new Hono<Env>().get('/', validated('query', querySchema), async (c) => {
    const unitId = ownUnit(c)
    const now = clock.now()
    const windows = windowsAt(pack.calendar, now)
    const asked = c.req.valid('query').window
    const window = asked === undefined ? currentWindow(windows, now) : windows.find(({ id }) => id === asked)
    if (asked !== undefined && !window) throw new ProblemError({ type: 'not-found' })
    const until = window?.end ?? beforeAll
    const on = window?.end ?? chinaDay(now)
    const [loaded] = await loadUnits(db, { campaign: campaign.id, pack, until, on, unit: unitId })
    if (!loaded) throw new ProblemError({ type: 'not-found' })
    const { unit, targets, received, decisions, indicators, archived } = loaded
    const templates = await templatesInForce(db, campaign.id)
    const forms = pack.forms.map((form) => {
      // The version in which the form is issued now, whatever the pack says.
      const template = templates[form.id] ?? form.template
      const report = received.find((one) => one.form === form.id)
      const state = formState(form, window?.id ?? beforeAll, { targets, report, decisions })
      const returns = report ? standingReturns(decidedReport(form, report, decisions)) : []
      const returned = returns.map((decision) => ({ item: decision.item, ...shownDecision(decision) }))
      return { form: form.id, template, state, submission: report ? submissionOf(report) : null, returned }
    })
    c.header('Cache-Control', 'no-store')
    const revision = revisionOf({ unit, targets, records: recordsByForm(received), archived })
    const verification = indicators.map(({ indicator, state, reported, verified, difference, bureaus }) => ({
      indicator,
      state,
      reported,
      verified,
      difference,
      // Those who have decided about at least one of the items behind the figure.
      by: bureaus.filter(({ decided }) => decided > 0).map(({ bureau }) => bureau),
    }))
    return c.json({ unit, targets, archived, revision, window: window?.id ?? null, forms, verification })
  })
}

const submissionOf = ({ number, window, receivedAt, timeliness, record, receipt }: StoredReport) => {
  return { number, window, receivedAt, timeliness, record, numbers: receipt.numbers }
}
