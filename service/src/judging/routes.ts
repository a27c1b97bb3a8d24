import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { seesAll, signedIn, type Env } from '../access/guard.ts'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { lockCampaign } from '../reports/store.ts'
import { validated } from '../validated.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { openPanel, panelSchema } from './open-panel.ts'
import { pointsFault, scoreOf, sumOf } from './score.ts'
import { addScore, closePanel, panelsOf, scoresOf, type JudgeScore, type Panel } from './store.ts'

const scoreSchema = z.strictObject({
  unit: z.string().max(64),
  /** By criterion of the rubric. */
  points: z.record(z.string().max(64), z.string().max(20)),
  note: z.string().trim().min(1).max(500).optional(),
})

/**
 * 科技含量评分: the office names judges and candidates, each judge scores by itself, and closing makes one score of them.
 * Until then nobody sees what another has given.
 */
export function judgingRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const find = async (trx: Kysely<Database>, number: string): Promise<Panel> => {
    const panel = (await panelsOf(trx, campaign.id)).find((one) => one.number === number)
    if (!panel) throw new ProblemError({ type: 'not-found' })
    return panel
  }
  const shown = async (c: Context<Env>, panel: Panel) => {
    const { username, role } = signedIn(c)
    const given = await scoresOf(db, panel.number)
    const isOpen = panel.scores === null
    const own = given.filter(({ judge }) => judge === username)
    const progress = panel.judges.map((judge) => ({
      judge,
      given: given.filter((one) => one.judge === judge).length,
    }))
    return { ...panel, progress, given: isOpen || !seesAll(role) ? own : given }
  }
  const panelOpen = ({ number, scores }: Panel): void => {
    if (scores !== null) throw new ProblemError({ type: 'panel-closed', panel: number })
  }
  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', async (c) => {
      const { username, role } = signedIn(c)
      const all = await panelsOf(db, campaign.id)
      const seen = all.filter(({ judges }) => seesAll(role) || judges.includes(username))
      return c.json({ panels: await Promise.all(seen.map((panel) => shown(c, panel))) })
    })
    .post('/', validated('json', panelSchema), async (c) => {
      const { id: account, username: actor } = signedIn(c)
      const opening = { campaign, pack, account, actor, at: clock.now() }
      const panel = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        return openPanel(trx, opening, c.req.valid('json'))
      })
      return c.json({ panel: await shown(c, panel) }, 201)
    })
    .post('/:panel/scores', validated('json', scoreSchema), async (c) => {
      const { id: account, username: judge, unit: ownUnit } = signedIn(c)
      const { unit, points, note = null } = c.req.valid('json')
      const at = clock.now()
      const panel = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const asked = await find(trx, c.req.param('panel'))
        if (!asked.judges.includes(judge)) throw new ProblemError({ type: 'not-found' })
        panelOpen(asked)
        const isCandidate = asked.candidates.includes(unit) && unit !== ownUnit
        const fault = isCandidate ? pointsFault(asked.rubric, points) : '不是候选单位，或是评委本单位'
        if (fault !== null) {
          const issues = [{ path: isCandidate ? 'points' : 'unit', message: fault }]
          throw new ProblemError({ type: 'invalid-request', issues })
        }
        const { number } = asked
        const before = (await scoresOf(trx, number)).find((one) => one.judge === judge && one.unit === unit)
        await addScore(trx, { panel: number, judge, unit, points, note, account, at: at.toISOString() })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor: judge,
          at,
          action: 'panel.scored',
          subject: `panel/${number}/${unit}`,
          before: before?.points,
          after: points,
          reason: note,
        })
        return asked
      })
      return c.json({ panel: await shown(c, panel) })
    })
    .post('/:panel/closing', async (c) => {
      const { username: by } = signedIn(c)
      const at = clock.now()
      const closed = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const panel = await find(trx, c.req.param('panel'))
        panelOpen(panel)
        const scores = settled(panel, await scoresOf(trx, panel.number))
        await closePanel(trx, panel.number, { scores, by, at: at.toISOString() })
        const subject = `panel/${panel.number}`
        await appendAudit(trx, { campaign: campaign.id, actor: by, at, action: 'panel.closed', subject, after: scores })
        return find(trx, panel.number)
      })
      return c.json({ panel: await shown(c, closed) })
    })
}

/** The score of each candidate; refused while one of them was judged by too few. */
function settled({ rubric, candidates }: Panel, given: readonly JudgeScore[]): Readonly<Record<string, string>> {
  const scores = candidates.map((unit) => {
    const sums = given.filter((one) => one.unit === unit).map(({ points }) => sumOf(points))
    return [unit, scoreOf(rubric, sums)] as const
  })
  const issues = scores.flatMap(([unit, score]) =>
    score === null ? [{ path: `candidates.${unit}`, message: `评分的评委不足 ${rubric.judges} 名` }] : [],
  )
  if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
  return Object.fromEntries(scores.map(([unit, score]) => [unit, score ?? '']))
}
