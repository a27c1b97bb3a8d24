import { isDay } from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { ownUnit, signedIn, type Env } from '../access/guard.ts'
import { appendAudit } from '../audit/append.ts'
import { chinaDay } from '../clock.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf } from '../register/store.ts'
import { lockCampaign } from '../reports/store.ts'
import { validated } from '../validated.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { attachment } from '../workbooks/attachment.ts'
import { xlsxType } from '../workbooks/new-workbook.ts'
import { csvOf } from '../workbooks/table.ts'
import { writeTables } from '../workbooks/write-tables.ts'
import { addFiling, rectificationsOf, type Rectification } from './store.ts'
import { filingState, rectificationTable } from './table.ts'

const sentence = z.string().trim().min(1).max(2000)
const filingSchema = z.strictObject({
  cause: sentence,
  measures: sentence,
  completeBy: z.string().refine(isDay, '须写成 2019-09-30 的形式'),
  statement: sentence,
  signatory: z.string().trim().min(1).max(100),
})

/** 整改: opened by a published run, filed by the unit, followed by the office. */
export function rectificationRoutes({ db, campaign, pack, clock }: WindowDeps) {
  const listed = async (c: Context<Env>) => {
    const scope = signedIn(c).role === 'clerk' ? { unit: ownUnit(c) } : {}
    const all = await rectificationsOf(db, { campaign: campaign.id, ...scope })
    return all.map(withState)
  }
  const withState = (one: Rectification) => {
    const filedOn = one.filing === null ? null : chinaDay(new Date(one.filing.at))
    return { ...one, state: filingState(one, filedOn, chinaDay(clock.now())) }
  }
  const tableOf = async (c: Context<Env>) => rectificationTable(pack, await unitsOf(db, campaign.id), await listed(c))
  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', async (c) => c.json({ rectifications: await listed(c) }))
    .get('/table', async (c) => c.body(csvOf(await tableOf(c)), 200, { 'Content-Type': 'text/csv; charset=utf-8' }))
    .get('/workbook', async (c) => {
      const bytes = await writeTables('整改情况', [await tableOf(c)], clock.now())
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': xlsxType,
        'Content-Disposition': attachment('rectification.xlsx', '整改情况.xlsx'),
      })
    })
    .post('/:rectification/filing', validated('json', filingSchema), async (c) => {
      const unit = ownUnit(c)
      const { id: account, username: by } = signedIn(c)
      const given = c.req.valid('json')
      const number = c.req.param('rectification')
      const now = clock.now()
      const filed = await db.transaction().execute(async (trx) => {
        await lockCampaign(trx, campaign.id)
        const scope = { campaign: campaign.id, unit }
        const known = (await rectificationsOf(trx, scope)).find((one) => one.number === number)
        if (!known) throw new ProblemError({ type: 'not-found' })
        await addFiling(trx, number, { ...given, by, at: now.toISOString(), account })
        await appendAudit(trx, {
          campaign: campaign.id,
          actor: by,
          at: now,
          action: 'rectification.filed',
          subject: `rectification/${number}`,
          before: known.filing,
          after: given,
        })
        return { ...known, filing: { ...given, by, at: now.toISOString() } }
      })
      return c.json({ rectification: withState(filed) })
    })
}
