import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { seesAll, signedIn, type Env } from '../access/guard.ts'
import { keptPack } from '../packs/kept-pack.ts'
import { pageQuery, whole } from '../paging.ts'
import { ProblemError } from '../problem.ts'
import { windowsAt } from '../register/windows.ts'
import { validated } from '../validated.ts'
import { attachment } from '../workbooks/attachment.ts'
import { xlsxType } from '../workbooks/new-workbook.ts'
import { csvOf } from '../workbooks/table.ts'
import { writeTables } from '../workbooks/write-tables.ts'
import { causes, runChanges } from './changes.ts'
import { decideAward, publish, sign } from './decisions.ts'
import { draftRun, type RunDeps } from './draft.ts'
import type { Run } from './run.ts'
import { beSound, beSoundHead } from './sound-run.ts'
import { simulate, simulationSchema, supposedFault } from './simulate.ts'
import { unitWorking } from './unit-working.ts'
import { runTables } from './run-tables.ts'
import { runView, withoutRows, type Reader, type RunView } from './run-view.ts'
import { keepRows, pageOf } from './rows.ts'
import { awardDecisions, findRun, runsOf } from './store.ts'
import { reexecute } from './verify-runs.ts'
import { unitWaysUp } from './ways-up.ts'

const sentence = z.string().trim().min(1).max(500)
const draftSchema = z.strictObject({ window: z.string().max(32), title: sentence })
const signatureSchema = z.strictObject({ decider: sentence, document: sentence })
const awardSchema = z.strictObject({
  count: z.int().min(1).max(50),
  /** Of the units tied at the line, who wins. */
  chosen: z.array(z.string().max(64)).max(50),
  decider: sentence,
  reason: sentence,
})
const pageSchema = z.strictObject(pageQuery)
/** `none` leaves out what there is of each unit: rankings, shortfalls and the board. */
const viewSchema = z.strictObject({ rows: z.enum(['all', 'none']).optional() })

/** The place to be reached; the next better one unless given. */
const waysUpSchema = z.strictObject({ rank: whole.min(1).max(10_000_000).optional() })

/** A run begins to exist for units when it is published. */
const mayKnow = (reader: Reader, { status }: Pick<Run, 'status'>): boolean =>
  reader.kind === 'office' || status === 'published'

/** Frozen runs: drafted, decided, signed and published by the office; for everybody else they begin to exist with publication. */
export function runRoutes(deps: RunDeps) {
  const { db, campaign, pack, packHash, clock } = deps
  const packOf = (run: Run) => (run.pack === packHash ? pack : keptPack(db, run.pack))
  const readerOf = (c: Context<Env>): Reader => {
    const { role, unit } = signedIn(c)
    return seesAll(role) ? { kind: 'office' } : { kind: 'unit', unit }
  }
  const stored = async (c: Context<Env>, number: string): Promise<Run> => {
    const run = await findRun(db, campaign.id, number)
    if (!run || !mayKnow(readerOf(c), run)) throw new ProblemError({ type: 'not-found' })
    return run
  }
  /** The run as it may be relied on: nothing of one that was altered is handed out or decided upon. */
  const asked = async (c: Context<Env>, number: string): Promise<Run> => {
    const run = await stored(c, number)
    await beSound(db, campaign.id, run)
    return run
  }
  /** A run of the time before rows were kept gets its rows when they are first asked for. */
  const pageOfOlder = async (c: Context<Env>, number: string, page: Parameters<typeof pageOf>[2]) => {
    await keepRows(db, await asked(c, number))
    return pageOf(db, number, page)
  }
  const viewed = async (c: Context<Env>, run: Run): Promise<RunView> =>
    runView(await packOf(run), run, await awardDecisions(db, run.number), readerOf(c))
  const tablesOf = async (c: Context<Env>, number: string) => {
    const run = await asked(c, number)
    return runTables(await viewed(c, run), (await packOf(run)).forms)
  }
  /** The run, for who may read this unit's figures in it. */
  const readable = async (c: Context<Env>, number: string, unit: string): Promise<Run> => {
    const [run, reader] = [await asked(c, number), readerOf(c)]
    if (reader.kind !== 'office' && reader.unit !== unit) throw new ProblemError({ type: 'not-found' })
    return run
  }
  const by = (c: Context<Env>) => {
    const { id: account, username: actor, role } = signedIn(c)
    return { account, actor, role }
  }

  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', async (c) => {
      const reader = readerOf(c)
      const runs = (await runsOf(db, campaign.id)).filter((head) => mayKnow(reader, head))
      return c.json({ runs })
    })
    .post('/', validated('json', draftSchema), async (c) => {
      const { window: id, title } = c.req.valid('json')
      const window = windowsAt(pack.calendar, clock.now()).find((one) => one.id === id)
      if (!window) throw new ProblemError({ type: 'not-found' })
      if (window.state === 'future') throw new ProblemError({ type: 'window-closed', window: id, state: 'future' })
      const run = await draftRun(deps, { window, title, actor: by(c).actor })
      return c.json({ run: await viewed(c, run) }, 201)
    })
    .get('/:run', validated('query', viewSchema), async (c) => {
      const run = await viewed(c, await asked(c, c.req.param('run')))
      return c.json({ run: c.req.valid('query').rows === 'none' ? withoutRows(run) : run })
    })
    .get('/:run/rankings/:pool', validated('query', pageSchema), async (c) => {
      const [number, reader] = [c.req.param('run'), readerOf(c)]
      // By its number SQLite would fetch the run itself; the list is short and lies in an index.
      const head = (await runsOf(db, campaign.id)).find((one) => one.number === number)
      if (!head || !mayKnow(reader, head)) throw new ProblemError({ type: 'not-found' })
      await beSoundHead(db, campaign.id, head)
      const page = { pool: c.req.param('pool'), reader, ...c.req.valid('query') }
      const found = (await pageOf(db, number, page)) ?? (await pageOfOlder(c, number, page))
      if (!found) throw new ProblemError({ type: 'not-found' })
      return c.json({ page: found })
    })
    .get('/:run/tables/:table', async (c) => {
      const table = (await tablesOf(c, c.req.param('run'))).get(c.req.param('table').replace(/\.csv$/, ''))
      if (!table) throw new ProblemError({ type: 'not-found' })
      return c.body(csvOf(table), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
    .get('/:run/workbook', async (c) => {
      const number = c.req.param('run')
      const tables = await tablesOf(c, number)
      const bytes = await writeTables(`考核结果 ${number}`, [...tables.values()], clock.now())
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': xlsxType,
        'Content-Disposition': attachment(`run-${number}.xlsx`, `考核结果 ${number}.xlsx`),
      })
    })
    .get('/:run/units/:unit', async (c) => {
      const { run: number, unit } = c.req.param()
      const run = await readable(c, number, unit)
      const working = unitWorking(await packOf(run), run, unit)
      if (!working) throw new ProblemError({ type: 'not-found' })
      return c.json(working)
    })
    .get('/:run/units/:unit/ways-up', validated('query', waysUpSchema), async (c) => {
      const { run: number, unit } = c.req.param()
      const run = await readable(c, number, unit)
      const ways = unitWaysUp(await packOf(run), run, unit, c.req.valid('query').rank)
      if (!ways) throw new ProblemError({ type: 'not-found' })
      return c.json(ways)
    })
    .get('/:run/changes', validated('query', z.object({ from: z.string().max(32) })), async (c) => {
      const [from, to] = [await asked(c, c.req.valid('query').from), await asked(c, c.req.param('run'))]
      const changes = runChanges({ pack: await packOf(from), run: from }, { pack: await packOf(to), run: to })
      return c.json({ from: from.number, to: to.number, causes, changes })
    })
    .post('/:run/simulation', validated('json', simulationSchema), async (c) => {
      const run = await asked(c, c.req.param('run'))
      const fault = supposedFault(await packOf(run), run, c.req.valid('json'))
      if (fault) throw new ProblemError({ type: 'invalid-request', issues: [fault] })
      return c.json({ comparison: simulate(await packOf(run), run, c.req.valid('json')) })
    })
    .get('/:run/reexecution', async (c) => {
      const run = await stored(c, c.req.param('run'))
      return c.json(await reexecute(db, await keptPack(db, run.pack), run))
    })
    .post('/:run/awards/:award', validated('json', awardSchema), async (c) => {
      const run = await asked(c, c.req.param('run'))
      await decideAward(deps, await packOf(run), run, { ...by(c), award: c.req.param('award'), ...c.req.valid('json') })
      return c.json({ run: await viewed(c, run) })
    })
    .post('/:run/signature', validated('json', signatureSchema), async (c) => {
      const run = await asked(c, c.req.param('run'))
      await sign(deps, run.number, { ...by(c), ...c.req.valid('json') })
      return c.json({ run: await viewed(c, await asked(c, run.number)) })
    })
    .post('/:run/publication', async (c) => {
      const run = await asked(c, c.req.param('run'))
      await publish(deps, await packOf(run), run.number, by(c))
      return c.json({ run: await viewed(c, await asked(c, run.number)) })
    })
}
