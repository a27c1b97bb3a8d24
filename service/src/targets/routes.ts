import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { issueOn, targetsOfIssue, unitsOf } from '../register/store.ts'
import { registerDay, windowsAt } from '../register/windows.ts'
import { validated } from '../validated.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { csvOf, figure, text } from '../workbooks/table.ts'
import { targetDifferences } from './differences.ts'
import {
  approvalSchema,
  approveDraft,
  draftSchema,
  draftTargets,
  issueDraft,
  issueSchema,
  withdrawDraft,
  type Acting,
} from './drafts.ts'
import { reconcile } from './reconcile.ts'
import { draftsOf, issuesOf, type TargetDraft, type TargetsByUnit } from './store.ts'
import { targetKeys } from './target-keys.ts'

const fromSchema = z.object({ from: z.coerce.number().int().min(1).max(10_000).optional() })

/** Issued targets, which everybody may see: each version, what it comes to beside the district's, and what changed. */
export function targetRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const issueOf = async (asked: string) => {
    const issue = (await issuesOf(db, campaign.id)).find(({ number }) => String(number) === asked)
    if (!issue) throw new ProblemError({ type: 'not-found' })
    return { issue, targets: withTask(await targetsOfIssue(db, campaign.id, issue.number)) }
  }
  return new Hono<Env>()
    .get('/', async (c) => {
      const now = clock.now()
      const day = registerDay(windowsAt(pack.calendar, now), now)
      c.header('Cache-Control', 'no-store')
      return c.json({
        day,
        inForce: (await issueOn(db, campaign.id, day))?.number ?? null,
        keys: targetKeys(pack),
        issues: await issuesOf(db, campaign.id),
      })
    })
    .get('/:issue', async (c) => {
      const { issue, targets } = await issueOf(c.req.param('issue'))
      return c.json({ issue, targets, reconciliation: reconcile(pack, targets) })
    })
    .get('/:issue/differences', validated('query', fromSchema), async (c) => {
      const { issue, targets } = await issueOf(c.req.param('issue'))
      const { from = issue.number - 1 } = c.req.valid('query')
      const earlier = from === 0 ? {} : (await issueOf(String(from))).targets
      const units = await unitsOf(db, campaign.id)
      return c.json({ from, to: issue.number, differences: targetDifferences(pack, units, earlier, targets) })
    })
    .get('/:issue/table', async (c) => {
      const { targets } = await issueOf(c.req.param('issue'))
      const units = (await unitsOf(db, campaign.id)).filter(({ id }) => targets[id])
      const keys = targetKeys(pack).filter(({ key }) => units.some(({ id }) => targets[id]?.[key] !== undefined))
      const head = ['单位', ...keys.map(({ title, unit }) => `${title}（${unit}）`)]
      const rows = units.map(({ id, name }) => [
        text(name),
        ...keys.map(({ key }) => figure(targets[id]?.[key] ?? null)),
      ])
      return c.body(csvOf({ head, rows }), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
}

/** Targets on their way: drafted by the office, approved by the leading group or on its minutes, issued by a document. */
export function targetDraftRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const acting = (c: Context<Env>): Acting => {
    const { username: actor, role } = signedIn(c)
    return { campaign, pack, actor, role, at: clock.now() }
  }
  const shown = async (number: string) => {
    const draft = (await draftsOf(db, campaign.id)).find((one) => one.number === number)
    if (!draft) throw new ProblemError({ type: 'not-found' })
    return view(draft)
  }
  /** A draft with what it comes to and what it would change, so that both show before anything is issued. */
  const view = async (draft: TargetDraft) => {
    const now = clock.now()
    const day = registerDay(windowsAt(pack.calendar, now), now)
    const from = (await issueOn(db, campaign.id, day))?.number ?? null
    const inForce = from === null ? {} : await targetsOfIssue(db, campaign.id, from)
    const differences = targetDifferences(pack, await unitsOf(db, campaign.id), inForce, draft.targets)
    return { draft, reconciliation: reconcile(pack, draft.targets), from, differences }
  }
  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', async (c) => {
      const drafts = await draftsOf(db, campaign.id)
      return c.json({ drafts: drafts.map(({ targets: _, ...draft }) => draft) })
    })
    .get('/:draft', async (c) => c.json(await shown(c.req.param('draft'))))
    .post('/', validated('json', draftSchema), async (c) => {
      const given = { ...c.req.valid('json'), source: '录入' }
      const draft = await db.transaction().execute((trx) => draftTargets(trx, acting(c), given))
      return c.json(await view(draft), 201)
    })
    .post('/:draft/approval', validated('json', approvalSchema), async (c) => {
      const number = c.req.param('draft')
      await db.transaction().execute((trx) => approveDraft(trx, acting(c), number, c.req.valid('json')))
      return c.json(await shown(number))
    })
    .post('/:draft/issue', validated('json', issueSchema), async (c) => {
      const number = c.req.param('draft')
      const issue = await db.transaction().execute((trx) => issueDraft(trx, acting(c), number, c.req.valid('json')))
      return c.json({ issue }, 201)
    })
    .post(
      '/:draft/withdrawal',
      validated('json', z.strictObject({ reason: z.string().trim().min(1).max(500) })),
      async (c) => {
        const number = c.req.param('draft')
        const { reason } = c.req.valid('json')
        await db.transaction().execute((trx) => withdrawDraft(trx, acting(c), number, reason))
        return c.json(await shown(number))
      },
    )
}

/** Units that were issued something. */
const withTask = (targets: TargetsByUnit): TargetsByUnit =>
  Object.fromEntries(Object.entries(targets).filter(([, own]) => Object.keys(own).length > 0))
