import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { loadUnits } from '../verification/load.ts'
import { projectLedger, type ProjectLedger } from './library.ts'
import { projectsOf, type LibraryProject } from './project.ts'
import { libraryReports } from './sightings.ts'
import { projectDecisions } from './store.ts'

export interface LoadedLibrary {
  readonly place: ProjectLedger
  readonly projects: readonly LibraryProject[]
}

/** The library as it stands today: of one unit, or of all. Null where the pack keeps none. */
export async function loadLibrary(
  db: Kysely<Database>,
  { campaign, pack, today, unit }: { campaign: string; pack: Pack; today: string; unit?: string },
): Promise<LoadedLibrary | null> {
  const place = projectLedger(pack)
  if (!place) return null
  const only = unit === undefined ? {} : { unit }
  const scope = { campaign, ...only }
  const reports = await libraryReports(db, { ...scope, form: place.form.id, ledger: place.ledger.id })
  const decisions = await projectDecisions(db, scope)
  const units = await loadUnits(db, { campaign, pack, until: today, ...only })
  const projects = units.flatMap((loaded) =>
    projectsOf({
      place,
      unit: loaded.unit,
      reports: reports.filter((report) => report.unit === loaded.unit.id),
      counted: loaded.reports.find(({ form }) => form.id === place.form.id),
      decisions: decisions.filter((decision) => decision.unit === loaded.unit.id),
      today,
    }),
  )
  return { place, projects }
}
