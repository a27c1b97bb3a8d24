import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { oneReportOfEach, type OfPlace } from './places.ts'
import { fillingOf } from './report-state.ts'
import { reportColumns, toReport, type StoredReport } from './store.ts'

/** What has come of a form of a unit for a window. */
export interface WindowReport {
  readonly unit: string
  readonly form: string
  /** Of the latest report. */
  readonly number: string
  /** The first that was not empty: by it timeliness goes. */
  readonly first: Pick<StoredReport, 'receivedAt' | 'timeliness' | 'savedAt'> | null
}

interface Asked {
  readonly campaign: string
  readonly window: { readonly id: string; readonly end: string }
}

/** What has come for a window, of every form of every unit of which anything has. */
export async function windowReports(db: Kysely<Database>, pack: Pack, asked: Asked): Promise<readonly WindowReport[]> {
  const firsts = new Map<string, StoredReport>()
  let units: readonly string[] | undefined
  // Hardly ever is a form handed in empty, so that the report after it has to be looked at.
  for (let skip = 0; units === undefined || units.length > 0; skip += 1) {
    const reports = await reportsAfter(db, asked, units, skip)
    const filled = reports.filter((report) => !isEmpty(pack, report) && !firsts.has(placeOf(report)))
    for (const report of filled) firsts.set(placeOf(report), report)
    units = [...new Set(reports.filter((report) => !firsts.has(placeOf(report))).map(({ unit }) => unit))]
  }
  const latest = await oneReportOfEach(db, asked, (reports) => within(reports, asked).orderBy('one.seq', 'desc'))
    .select(['submission.unit', 'submission.form', 'submission.number'])
    .execute()
  return latest.map((report) => ({ ...report, first: firsts.get(placeOf(report)) ?? null }))
}

const placeOf = ({ unit, form }: Pick<StoredReport, 'unit' | 'form'>): string => `${unit}/${form}`

function isEmpty(pack: Pack, report: StoredReport): boolean {
  const form = pack.forms.find(({ id }) => id === report.form)
  return form === undefined || fillingOf(form, report) === 'empty'
}

/** Of each form of some units, or of all, the report for the window that came after `skip` others. */
async function reportsAfter(
  db: Kysely<Database>,
  { campaign, window }: Asked,
  units: readonly string[] | undefined,
  skip: number,
): Promise<readonly StoredReport[]> {
  const rows = await oneReportOfEach(db, { campaign, units }, (reports) =>
    within(reports, { window }).orderBy('one.seq').offset(skip),
  )
    .select(reportColumns.map((column) => `submission.${column}` as const))
    .execute()
  return rows.map(toReport)
}

const within = (reports: OfPlace, { window }: Pick<Asked, 'window'>): OfPlace =>
  reports.where('one.window_end', '=', window.end).where('one.window', '=', window.id)
