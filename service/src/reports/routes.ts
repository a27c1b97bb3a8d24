import { Hono } from 'hono'
import { z } from 'zod'
import { ownUnit, signedIn, type Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { targetsOf, unitsOf } from '../register/store.ts'
import { currentWindow, windowsAt } from '../register/windows.ts'
import { validated } from '../validated.ts'
import { recordsByForm, revisionOf } from './standing.ts'
import { findReceipt, latestReports } from './store.ts'
import { submitSchema, type SubmitDeps } from './submission.ts'
import { submit } from './submit.ts'

const keySchema = z.object({
  'idempotency-key': z.string().regex(/^[\x21-\x7e]{8,128}$/, '须为 8–128 个可见的 ASCII 字符'),
})
const windowSchema = z.object({ window: z.string().max(32).optional() })

/** A unit's reports: what it has handed in so far, handing in, and the receipts. */
export function reportRoutes(deps: SubmitDeps) {
  const { db, campaign, pack, clock } = deps
  return new Hono<Env>()
    .get('/standing', validated('query', windowSchema), async (c) => {
      const unitId = ownUnit(c)
      const unit = (await unitsOf(db, campaign.id)).find(({ id }) => id === unitId)
      if (!unit) throw new ProblemError({ type: 'not-found' })
      const windows = windowsAt(pack.calendar, clock.now())
      const asked = c.req.valid('query').window
      const window = asked === undefined ? currentWindow(windows, clock.now()) : windows.find(({ id }) => id === asked)
      if (asked !== undefined && !window) throw new ProblemError({ type: 'not-found' })
      const targets = (await targetsOf(db, campaign.id))[unitId] ?? {}
      const reports = window ? await latestReports(db, { campaign: campaign.id, unit: unitId, until: window.end }) : []
      const forms = pack.forms.map(({ id }) => {
        const report = reports.find(({ form }) => form === id)
        if (!report) return { form: id, submission: null }
        const { number, window: reportedFor, receivedAt, record, timeliness, receipt } = report
        const submission = { number, window: reportedFor, receivedAt, timeliness, record, numbers: receipt.numbers }
        return { form: id, submission }
      })
      c.header('Cache-Control', 'no-store')
      const revision = revisionOf({ unit, targets, records: recordsByForm(reports) })
      return c.json({ unit, targets, revision, window: window?.id ?? null, forms })
    })
    .post('/submissions', validated('header', keySchema), validated('json', submitSchema), async (c) => {
      const sender = {
        account: signedIn(c).id,
        username: signedIn(c).username,
        unit: ownUnit(c),
        idempotencyKey: c.req.valid('header')['idempotency-key'],
        requestId: c.get('requestId'),
      }
      const { kind, receipt } = await submit(deps, sender, c.req.valid('json'))
      return c.json({ receipt }, kind === 'new' ? 201 : 200)
    })
    .get('/receipts/:number', async (c) => {
      const { role, unit } = signedIn(c)
      const receipt = await findReceipt(db, campaign.id, c.req.param('number'))
      if (!receipt || (role !== 'office' && receipt.unit.id !== unit)) throw new ProblemError({ type: 'not-found' })
      c.header('Cache-Control', 'no-store')
      return c.json({ receipt })
    })
}
