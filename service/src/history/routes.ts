import type { Pack } from '@kaohe/shared-rules'
import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { ownUnit, type Env } from '../access/guard.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import type { Campaign } from '../register/store.ts'
import { fillingOf } from '../reports/report-state.ts'
import { validated } from '../validated.ts'
import { reportItems } from '../verification/decided-report.ts'
import { decisionsOnItems } from '../verification/store.ts'
import { cellHistory, lastingCell } from './cell-history.ts'
import { pastReports } from './store.ts'

export interface HistoryDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
}

/** More than a year's reports of one unit. */
const reports = 500
/** A cell's past is read from whole reports; so many windows of one form are a year and more. */
const reportsOfForm = 60

const cellSchema = z.object({
  /** `reported`, or `projects/2-01-0007/totalInvestment` for a cell of a ledger row by its 项目编号. */
  cell: z.string().max(200),
})

/** What a unit has handed in so far: its receipts, and the past of one cell. */
export function historyRoutes({ db, campaign, pack }: HistoryDeps) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const past = await pastReports(db, { campaign: campaign.id, unit: ownUnit(c), limit: reports })
      c.header('Cache-Control', 'no-store')
      return c.json({
        reports: past.map((report) => {
          const { number, form, window, receivedAt, timeliness, by } = report
          const description = pack.forms.find(({ id }) => id === form)
          const state = description ? fillingOf(description, report) : 'reported'
          return { number, form, window, receivedAt, timeliness, by, state }
        }),
      })
    })
    .get('/:form', validated('query', cellSchema), async (c) => {
      const form = pack.forms.find(({ id }) => id === c.req.param('form'))
      const cell = form && lastingCell(form, c.req.valid('query').cell)
      if (!form || !cell) throw new ProblemError({ type: 'not-found' })
      const scope = { campaign: campaign.id, unit: ownUnit(c) }
      const past = await pastReports(db, { ...scope, form: form.id, limit: reportsOfForm })
      const items = past.flatMap((report) => reportItems(form, report))
      const entries = cellHistory(form, cell, past, await decisionsOnItems(db, scope, items))
      c.header('Cache-Control', 'no-store')
      return c.json({ entries })
    })
}
