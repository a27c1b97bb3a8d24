import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { ownUnit, signedIn, type Env } from '../access/guard.ts'
import { chinaDay } from '../clock.ts'
import { ProblemError } from '../problem.ts'
import { matchesOf } from '../registrations/store.ts'
import { validated } from '../validated.ts'
import { ownBureau } from '../verification/responsible.ts'
import type { VerifyDeps } from '../verification/verify.ts'
import { decideProject } from './decide.ts'
import { decidedEvents, inOrder, matchedEvents, reportedEvents, verifiedEvents } from './history.ts'
import { libraryLists } from './lists.ts'
import { loadLibrary, type LoadedLibrary } from './load.ts'
import { libraryReports } from './sightings.ts'
import { projectDecisions } from './store.ts'

const sentence = z.string().trim().min(1).max(500)
const admissionSchema = z.strictObject({ admitted: z.boolean(), decider: sentence, reason: sentence })
const removalSchema = z.strictObject({ decider: sentence, reason: sentence })

/** 项目库: a unit sees its own projects, the bureaus that keep library and statistics and the office see all. */
export function projectRoutes(deps: VerifyDeps) {
  const { db, campaign, pack, clock } = deps
  const loaded = async (c: Context<Env>): Promise<LoadedLibrary> => {
    const { role, unit } = signedIn(c)
    const only = role === 'clerk' ? { unit: ownUnit(c) } : {}
    const library = await loadLibrary(db, { campaign: campaign.id, pack, today: chinaDay(clock.now()), ...only })
    const { keeper, registrar } = library?.place.library ?? {}
    if (!library || (role === 'verifier' && unit !== keeper && unit !== registrar)) {
      throw new ProblemError({ type: 'not-found' })
    }
    return library
  }
  const by = (c: Context<Env>) => ({
    account: signedIn(c).id,
    username: signedIn(c).username,
    bureau: ownBureau(c),
  })
  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', async (c) => c.json({ projects: (await loaded(c)).projects }))
    .get('/lists', async (c) => c.json(libraryLists((await loaded(c)).projects)))
    .get('/:project', async (c) => {
      const { place, projects } = await loaded(c)
      const project = projects.find(({ number }) => number === c.req.param('project'))
      if (!project) throw new ProblemError({ type: 'not-found' })
      const { number, unit } = project
      const scope = { campaign: campaign.id, unit: unit.id }
      const reports = await libraryReports(db, { ...scope, form: place.form.id, ledger: place.ledger.id })
      const history = inOrder([
        ...reportedEvents(place, reports, number),
        ...(await verifiedEvents(db, { ...scope, form: place.form.id, number })),
        ...decidedEvents(await projectDecisions(db, scope), number),
        ...matchedEvents(await matchesOf(db, campaign.id), number),
      ])
      return c.json({ project, history })
    })
    .post('/:project/admission', validated('json', admissionSchema), async (c) => {
      const { admitted, ...word } = c.req.valid('json')
      const kind = admitted ? 'admitted' : 'declined'
      const project = await decideProject(deps, by(c), { ...word, kind, project: c.req.param('project') })
      return c.json({ project })
    })
    .post('/:project/removal', validated('json', removalSchema), async (c) => {
      const word = { ...c.req.valid('json'), kind: 'removed', project: c.req.param('project') } as const
      return c.json({ project: await decideProject(deps, by(c), word) })
    })
}
