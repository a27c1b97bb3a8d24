import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../access/guard.ts'
import { chinaDay } from '../clock.ts'
import { pageOfRows, pageOrWholeQuery } from '../paging.ts'
import { ProblemError } from '../problem.ts'
import { currentWindow, windowsAt } from '../register/windows.ts'
import { windowReports } from '../reports/window-reports.ts'
import { isAsked } from '../standing/form-state.ts'
import { missingDuties } from '../units/contacts.ts'
import { contactLists, inForce } from '../units/store.ts'
import { validated } from '../validated.ts'
import { loadUnits } from '../verification/load.ts'
import { lockOf } from '../windows/access.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { windowDecisions } from '../windows/store.ts'
import { boardRow, completeness } from './board.ts'
import { loadRisks } from './load-risks.ts'

const querySchema = z.object({
  window: z.string().max(32).optional(),
  ...pageOrWholeQuery,
})

/** 上报情况 of a window: who has handed in what, when, and how far it is verified. Whole, unless a page is asked for. */
export function boardRoutes({ db, campaign, pack, clock }: WindowDeps) {
  return new Hono<Env>().get('/', validated('query', querySchema), async (c) => {
    const { window: asked, ...stretch } = c.req.valid('query')
    const now = clock.now()
    const windows = windowsAt(pack.calendar, now)
    const window = asked === undefined ? currentWindow(windows, now) : windows.find(({ id }) => id === asked)
    if (!window) throw new ProblemError({ type: 'not-found' })
    const units = await loadUnits(db, { campaign: campaign.id, pack, until: window.end })
    const reports = Map.groupBy(await windowReports(db, pack, { campaign: campaign.id, window }), ({ unit }) => unit)
    const risks = await loadRisks(db, { campaign: campaign.id, pack, window, now, units })
    const rows = units.map((loaded) =>
      boardRow(pack, window, loaded, {
        reports: reports.get(loaded.unit.id) ?? [],
        flags: risks.get(loaded.unit.id) ?? [],
        now,
      }),
    )
    const targets = new Map(units.map((loaded) => [loaded.unit.id, loaded.targets]))
    const { locks } = await windowDecisions(db, campaign.id)
    const lists = await contactLists(db, campaign.id)
    const today = chinaDay(now)
    const page = pageOfRows(rows, stretch)
    c.header('Cache-Control', 'no-store')
    return c.json({
      window: { ...window, locked: lockOf(window.id, locks) },
      now: now.toISOString(),
      completeness: completeness(pack, rows, (unit, form) => isAsked(form, targets.get(unit) ?? {})),
      ...page,
      /** Of each unit of the page, the duties that nobody has today. */
      contacts: Object.fromEntries(
        page.rows.map(({ unit }) => [unit.id, missingDuties(inForce(lists, unit.id), today)]),
      ),
    })
  })
}
