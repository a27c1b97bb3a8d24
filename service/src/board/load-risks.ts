import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { chinaDay } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { libraryOf } from '../projects/load.ts'
import { windowsAt, type ReportWindow } from '../register/windows.ts'
import { formState, isAsked } from '../standing/form-state.ts'
import { loadUnits, type LoadedUnit } from '../verification/load.ts'
import { riskFlags, type RiskFlag, type RiskPlace } from './risk.ts'

interface Asked {
  readonly campaign: string
  readonly pack: Pack
  readonly window: ReportWindow
  readonly now: Date
  /** All units, loaded for the window. */
  readonly units: readonly LoadedUnit[]
}

/** 风险提示 of all units for a window, each with its places. */
export async function loadRisks(db: Kysely<Database>, asked: Asked): Promise<ReadonlyMap<string, readonly RiskFlag[]>> {
  const { campaign, pack, window, now, units } = asked
  const windows = windowsAt(pack.calendar, now)
  const earlier = windows
    .filter(({ end }) => end < window.end)
    .toSorted((a, b) => (a.end < b.end ? -1 : 1))
    .at(-1)
  const before = earlier ? await loadUnits(db, { campaign, pack, until: earlier.end }) : []
  const library = await libraryOf(db, { campaign, pack, units, today: chinaDay(now) })
  return riskFlags({
    pack,
    units,
    before: new Map(before.map(({ unit, indicators }) => [unit.id, indicators])),
    projects: library?.projects ?? [],
    missing: isDue(window, now) ? missingForms(asked) : [],
    late: await lateWindows(db, asked, windows),
  })
}

const isDue = ({ due }: ReportWindow, now: Date): boolean => Date.parse(due) < now.getTime()

function missingForms({ pack, window, units }: Asked): readonly RiskPlace[] {
  return units.flatMap(({ unit, targets, received, decisions }) =>
    pack.forms.flatMap((form) => {
      const report = received.find((one) => one.form === form.id)
      const state = formState(form, window.id, { targets, report, decisions })
      return state === 'not-reported' ? [{ unit: unit.id, form: form.id, item: window.id }] : []
    }),
  )
}

/** By unit the windows due so far for which something it was asked for came late or never; from the campaign's first report on. */
async function lateWindows(
  db: Kysely<Database>,
  { campaign, pack, now, units }: Asked,
  windows: readonly ReportWindow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('submission')
    .select(['unit', 'form', 'window'])
    .select(({ fn }) => fn.min('received_at').as('first'))
    .where('campaign', '=', campaign)
    .groupBy(['unit', 'form', 'window'])
    .execute()
  const first = new Map(rows.map((row) => [`${row.unit}/${row.form}/${row.window}`, Date.parse(row.first)]))
  const began = Math.min(...first.values())
  const due = windows.filter((window) => isDue(window, now) && Date.parse(window.due) >= began)
  return new Map(
    units.map(({ unit, targets }) => {
      const forms = pack.forms.filter((form) => isAsked(form, targets))
      const isLate = (window: ReportWindow) =>
        forms.some(({ id }) => !((first.get(`${unit.id}/${id}/${window.id}`) ?? Infinity) <= Date.parse(window.due)))
      return [unit.id, due.filter(isLate).map(({ id }) => id)]
    }),
  )
}
