import { isDay } from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { appendAudit } from '../audit/append.ts'
import { chinaDay } from '../clock.ts'
import { ProblemError } from '../problem.ts'
import { loadLibrary, type LoadedLibrary } from '../projects/load.ts'
import { lockCampaign } from '../reports/store.ts'
import { validated } from '../validated.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { reconcile } from './reconcile.ts'
import { addMatch, addRegistration, matchesOf, registrationsOf } from './store.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const listSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        code: text(64),
        name: text(200),
        registeredOn: z.string().refine(isDay, '须写成 2019-05-01 的形式'),
        /** Takes the line off the list; says why. */
        withdrawn: z.literal(true).optional(),
        reason: text(500).optional(),
      }),
    )
    .min(1)
    .max(2000),
})
const matchSchema = z.strictObject({ project: text(64), same: z.boolean(), reason: text(500).optional() })

/** 入统名录 of 统计局, and how it and the project library go together (R72). */
export function registrationRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const loaded = async (c: Context<Env>, who: 'registrar' | 'either'): Promise<LoadedLibrary> => {
    const { role, unit } = signedIn(c)
    const found = await loadLibrary(db, { campaign: campaign.id, pack, today: chinaDay(clock.now()) })
    if (!found) throw new ProblemError({ type: 'not-found' })
    const { keeper, registrar } = found.place.library
    const isAllowed = role !== 'verifier' || unit === registrar || (who === 'either' && unit === keeper)
    if (!isAllowed) throw new ProblemError({ type: 'not-found' })
    return found
  }
  return new Hono<Env>()
    .get('/', async (c) => {
      const { place, projects } = await loaded(c, 'either')
      const [registrations, matches] = [await registrationsOf(db, campaign.id), await matchesOf(db, campaign.id)]
      c.header('Cache-Control', 'no-store')
      return c.json({ registrations, ...reconcile(place.library, projects, registrations, matches) })
    })
    .post('/', validated('json', listSchema), async (c) => {
      await loaded(c, 'registrar')
      const { entries } = c.req.valid('json')
      const repeated = entries.flatMap(({ code }, at) =>
        entries.findIndex((other) => other.code === code) < at
          ? [{ path: `entries.${at}.code`, message: '同一编码出现两次' }]
          : [],
      )
      if (repeated.length > 0) throw new ProblemError({ type: 'invalid-request', issues: repeated })
      const { id: account, username: by } = signedIn(c)
      const now = clock.now()
      const changed = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const known = new Map((await registrationsOf(trx, campaign.id)).map((one) => [one.code, one]))
        const fresh = entries.filter(({ code, name, registeredOn, withdrawn }) => {
          const before = known.get(code)
          if (withdrawn) return before !== undefined
          return before?.name !== name || before.registeredOn !== registeredOn
        })
        for (const { withdrawn = false, reason = null, ...entry } of fresh) {
          const line = { ...entry, campaign: campaign.id, account, by, at: now.toISOString() }
          await addRegistration(trx, { ...line, withdrawn, reason })
          const before = known.get(entry.code)
          await appendAudit(trx, {
            campaign: campaign.id,
            actor: by,
            at: now,
            action: 'registration.entered',
            subject: `registration/${entry.code}`,
            before: before && { name: before.name, registeredOn: before.registeredOn },
            after: { ...entry, withdrawn },
            reason,
          })
        }
        return fresh.length
      })
      return c.json({ entered: changed, unchanged: entries.length - changed })
    })
    .post('/:code/match', validated('json', matchSchema), async (c) => {
      const { projects } = await loaded(c, 'either')
      const code = c.req.param('code')
      const { project, same, reason = null } = c.req.valid('json')
      const { id: account, username: by } = signedIn(c)
      const now = clock.now()
      await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const isKnown = (await registrationsOf(trx, campaign.id)).some((one) => one.code === code)
        if (!isKnown) throw new ProblemError({ type: 'not-found' })
        if (!projects.some(({ number }) => number === project)) {
          const issues = [{ path: 'project', message: '项目库中没有这个编号' }]
          throw new ProblemError({ type: 'invalid-request', issues })
        }
        const match = { code, project, same, reason, by, at: now.toISOString() }
        await addMatch(trx, { ...match, campaign: campaign.id, account })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor: by,
          at: now,
          action: same ? 'registration.matched' : 'registration.told-apart',
          subject: `registration/${code}`,
          after: { project },
          reason,
        })
      })
      return c.json({ code, project, same })
    })
}
