import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { withPlaces } from './places.ts'
import { fillingOf } from './report-state.ts'
import { reportColumns, toReport, type StoredReport } from './store.ts'

/** What has come of a form of a unit for a window. */
export interface WindowReport {
  readonly unit: string
  readonly form: string
  /** Of the latest report. */
  readonly number: string
  /** The first that was not empty: by it timeliness goes. */
  readonly first: Pick<StoredReport, 'receivedAt' | 'timeliness'> | null
}

/** What has come for a window, of every form of every unit of which anything has. */
export async function windowReports(
  db: Kysely<Database>,
  pack: Pack,
  asked: Pick<Nth, 'campaign' | 'window'>,
): Promise<readonly WindowReport[]> {
  const firsts = new Map<string, StoredReport>()
  let open: readonly string[] | undefined
  // Hardly ever is a form handed in empty, so that the report after it has to be looked at.
  for (let skip = 0; open === undefined || open.length > 0; skip += 1) {
    const reports = await nthReports(db, { ...asked, units: open, order: 'asc', skip })
    const filled = reports.filter((report) => !isEmpty(pack, report) && !firsts.has(placeOf(report)))
    for (const report of filled) firsts.set(placeOf(report), report)
    open = [...new Set(reports.filter((report) => !firsts.has(placeOf(report))).map(({ unit }) => unit))]
  }
  const latest = await nthReports(db, { ...asked, units: undefined, order: 'desc', skip: 0 })
  return latest.map((report) => {
    const { unit, form, number } = report
    return { unit, form, number, first: firsts.get(placeOf(report)) ?? null }
  })
}

const placeOf = ({ unit, form }: StoredReport): string => `${unit}/${form}`

function isEmpty(pack: Pack, report: StoredReport): boolean {
  const form = pack.forms.find(({ id }) => id === report.form)
  return form === undefined || fillingOf(form, report) === 'empty'
}

interface Nth {
  readonly campaign: string
  readonly window: { readonly id: string; readonly end: string }
  /** Of all, when undefined. */
  readonly units: readonly string[] | undefined
  readonly order: 'asc' | 'desc'
  readonly skip: number
}

/** Of every place the report for the window that comes after `skip` others, from the first or from the last. */
async function nthReports(
  db: Kysely<Database>,
  { campaign, window, units, order, skip }: Nth,
): Promise<readonly StoredReport[]> {
  const rows = await withPlaces(db, campaign, units)
    .selectFrom('place')
    .innerJoin('submission', (join) =>
      join.on('submission.seq', '=', ({ selectFrom }) =>
        selectFrom('submission as one')
          .select('one.seq')
          .where('one.campaign', '=', campaign)
          .whereRef('one.unit', '=', 'place.unit')
          .whereRef('one.form', '=', 'place.form')
          .where('one.window_end', '=', window.end)
          .where('one.window', '=', window.id)
          .orderBy('one.seq', order)
          .limit(1)
          .offset(skip),
      ),
    )
    .select(reportColumns.map((column) => `submission.${column}` as const))
    .orderBy('submission.seq')
    .execute()
  return rows.map(toReport)
}
