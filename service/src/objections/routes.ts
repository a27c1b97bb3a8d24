import { Hono } from 'hono'
import { z } from 'zod'
import { ownUnit, signedIn, type Env } from '../access/guard.ts'
import { appendAudit } from '../audit/append.ts'
import { ProblemError } from '../problem.ts'
import { currentWindow, windowsAt } from '../register/windows.ts'
import { lockCampaign } from '../reports/store.ts'
import { validated } from '../validated.ts'
import { loadUnits } from '../verification/load.ts'
import { bureausOf, ownBureau } from '../verification/responsible.ts'
import type { VerifyDeps } from '../verification/verify.ts'
import { addObjection, answerObjection, objectionsOf, type Objection } from './store.ts'

const sentence = z.string().trim().min(1).max(1000)
const raiseSchema = z.strictObject({
  indicator: z.string().max(64),
  /** The window whose figure is meant; the current one if left out. */
  window: z.string().max(32).optional(),
  statement: sentence,
})
const answerSchema = z.strictObject({ outcome: z.enum(['upheld', 'rejected']), answer: sentence })

/** 异议 to figures that bureaus supplied or verified: the unit raises it, a bureau responsible answers it once. */
export function objectionRoutes({ db, campaign, pack, clock }: VerifyDeps) {
  const answers = ({ unit, indicator: id }: Objection, bureau: string): boolean => {
    const indicator = pack.indicators.find((one) => one.id === id)
    return indicator !== undefined && bureausOf(indicator, unit).includes(bureau)
  }
  return new Hono<Env>()
    .get('/', async (c) => {
      const { role } = signedIn(c)
      const all = await objectionsOf(db, { campaign: campaign.id, ...(role === 'clerk' ? { unit: ownUnit(c) } : {}) })
      const seen = role === 'verifier' ? all.filter((one) => answers(one, ownBureau(c))) : all
      c.header('Cache-Control', 'no-store')
      return c.json({ objections: seen })
    })
    .post('/', validated('json', raiseSchema), async (c) => {
      const unit = ownUnit(c)
      const { id: account, username: by } = signedIn(c)
      const { indicator, statement, window: asked } = c.req.valid('json')
      const now = clock.now()
      const windows = windowsAt(pack.calendar, now)
      const window = asked === undefined ? currentWindow(windows, now) : windows.find(({ id }) => id === asked)
      if (!window) throw new ProblemError({ type: 'not-found' })
      const objection = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const [loaded] = await loadUnits(trx, { campaign: campaign.id, pack, until: window.end, unit })
        const value = loaded?.indicators.find((one) => one.indicator === indicator)?.verified ?? null
        if (value === null) {
          const issues = [{ path: 'indicator', message: '此指标尚无核定数或提供的数据，无从提出异议' }]
          throw new ProblemError({ type: 'invalid-request', issues })
        }
        const known = await objectionsOf(trx, { campaign: campaign.id })
        const number = `${campaign.year}-O${String(known.length + 1).padStart(2, '0')}`
        const open = { outcome: null, answer: null, answeredBy: null, answeredAt: null }
        const raised: Objection = {
          number,
          unit,
          indicator,
          window: window.id,
          value,
          statement,
          by,
          at: now.toISOString(),
          ...open,
        }
        await addObjection(trx, { ...raised, campaign: campaign.id, account })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor: by,
          at: now,
          action: 'objection.raised',
          subject: `objection/${number}`,
          after: { unit, indicator, window: window.id, value },
          reason: statement,
        })
        return raised
      })
      return c.json({ objection }, 201)
    })
    .post('/:objection/answer', validated('json', answerSchema), async (c) => {
      const bureau = ownBureau(c)
      const isOffice = signedIn(c).role === 'office'
      const by = signedIn(c).username
      const { outcome, answer } = c.req.valid('json')
      const number = c.req.param('objection')
      const now = clock.now()
      await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const known = (await objectionsOf(trx, { campaign: campaign.id })).find((one) => one.number === number)
        const isOpen = known !== undefined && known.outcome === null && (isOffice || answers(known, bureau))
        if (!isOpen) throw new ProblemError({ type: 'not-found' })
        await answerObjection(trx, number, { outcome, answer, by, at: now.toISOString() })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor: by,
          at: now,
          action: 'objection.answered',
          subject: `objection/${number}`,
          before: { value: known.value, statement: known.statement },
          after: { outcome },
          reason: answer,
        })
      })
      return c.json({ answered: true as const })
    })
}
