import { Hono } from 'hono'
import { z } from 'zod'
import { ownUnit, signedIn, type Env } from '../access/guard.ts'
import { appendAudit } from '../audit/append.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf } from '../register/store.ts'
import { lockCampaign } from '../reports/store.ts'
import { validated } from '../validated.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { addFinding, findingsOf, liftFinding, replyToFinding, type Finding } from './store.ts'

const sentence = z.string().trim().min(1).max(2000)
const findingSchema = z.strictObject({
  unit: z.string().max(64),
  /** Id of a veto of the pack. */
  veto: z.string().max(64),
  evidence: sentence,
  /** Number of the document that decides it. */
  document: sentence,
  decider: sentence,
})

/** Findings (一票否决): recorded with evidence and decider, answered by the unit, lifted with a reason. Never a number. */
export function findingRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const log = { campaign: campaign.id }
  return new Hono<Env>()
    .get('/', async (c) => {
      const { role } = signedIn(c)
      const scope = role === 'clerk' ? { unit: ownUnit(c) } : {}
      c.header('Cache-Control', 'no-store')
      return c.json({ findings: await findingsOf(db, { campaign: campaign.id, ...scope }) })
    })
    .post('/', validated('json', findingSchema), async (c) => {
      const given = c.req.valid('json')
      const { id: account, username: actor } = signedIn(c)
      const now = clock.now()
      const isUnit = (await unitsOf(db, campaign.id)).some(({ id }) => id === given.unit)
      const isVeto = pack.vetoes.some(({ id }) => id === given.veto)
      const issues = [
        ...(isUnit ? [] : [{ path: 'unit', message: '没有这个单位' }]),
        ...(isVeto ? [] : [{ path: 'veto', message: '规则包中没有这一项' }]),
      ]
      if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
      const finding = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const count = (await findingsOf(trx, { campaign: campaign.id })).length + 1
        const number = `${campaign.year}-F${String(count).padStart(2, '0')}`
        const none = { reply: null, repliedAt: null, liftedReason: null, liftedAt: null }
        const recorded: Finding = { number, ...given, recordedAt: now.toISOString(), ...none }
        await addFinding(trx, { ...recorded, campaign: campaign.id, account })
        const subject = `finding/${number}`
        await appendAudit(trx, { ...log, actor, at: now, action: 'veto.recorded', subject, after: given })
        return recorded
      })
      return c.json({ finding }, 201)
    })
    .post('/:finding/reply', validated('json', z.strictObject({ reply: sentence })), async (c) => {
      const unit = ownUnit(c)
      const { reply } = c.req.valid('json')
      const at = clock.now()
      const number = c.req.param('finding')
      await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const known = (await findingsOf(trx, { campaign: campaign.id, unit })).find((one) => one.number === number)
        if (!known) throw new ProblemError({ type: 'not-found' })
        await replyToFinding(trx, number, reply, at.toISOString())
        const subject = `finding/${number}`
        const change = { before: known.reply && { reply: known.reply }, after: { reply } }
        await appendAudit(trx, { ...log, ...change, actor: signedIn(c).username, at, action: 'veto.replied', subject })
      })
      return c.json({ replied: true as const })
    })
    .post(
      '/:finding/lifting',
      validated('json', z.strictObject({ decider: sentence, reason: sentence })),
      async (c) => {
        const { decider, reason } = c.req.valid('json')
        const at = clock.now()
        const number = c.req.param('finding')
        await db.transaction().execute(async (trx) => {
          await lockCampaign(trx, campaign.id)
          const known = (await findingsOf(trx, { campaign: campaign.id })).find((one) => one.number === number)
          if (!known || known.liftedAt !== null) throw new ProblemError({ type: 'not-found' })
          await liftFinding(trx, number, reason, at.toISOString())
          const subject = `finding/${number}`
          const change = { before: { veto: known.veto, unit: known.unit }, after: { lifted: true, decider }, reason }
          await appendAudit(trx, { ...log, ...change, actor: signedIn(c).username, at, action: 'veto.lifted', subject })
        })
        return c.json({ lifted: true as const })
      },
    )
}
