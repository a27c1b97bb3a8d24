import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { loadUnits, type LoadedUnit } from '../verification/load.ts'
import { projectLedger, type ProjectLedger } from './library.ts'
import { projectsOf, type LibraryProject } from './project.ts'
import { libraryReports } from './sightings.ts'
import { projectDecisions } from './store.ts'

export interface LoadedLibrary {
  readonly place: ProjectLedger
  readonly projects: readonly LibraryProject[]
}

interface Asked {
  readonly campaign: string
  readonly pack: Pack
  /** Today, in China. */
  readonly today: string
}

/** The library as it stands today: of one unit, or of all. Null where the pack keeps none. */
export async function loadLibrary(
  db: Kysely<Database>,
  { unit, ...asked }: Asked & { readonly unit?: string },
): Promise<LoadedLibrary | null> {
  const { campaign, pack, today } = asked
  const only = unit === undefined ? {} : { unit }
  return libraryOf(db, { ...asked, ...only, units: await loadUnits(db, { campaign, pack, until: today, ...only }) })
}

/** The same from units that are loaded already. */
export async function libraryOf(
  db: Kysely<Database>,
  { campaign, pack, today, units, unit }: Asked & { readonly units: readonly LoadedUnit[]; readonly unit?: string },
): Promise<LoadedLibrary | null> {
  const place = projectLedger(pack)
  if (!place) return null
  const scope = { campaign, ...(unit === undefined ? {} : { unit }) }
  const sightings = await libraryReports(db, { ...scope, form: place.form.id, ledger: place.ledger.id })
  const reports = Map.groupBy(sightings, (report) => report.unit)
  const decisions = Map.groupBy(await projectDecisions(db, scope), (decision) => decision.unit)
  const projects = units.flatMap((loaded) =>
    projectsOf({
      place,
      unit: loaded.unit,
      reports: reports.get(loaded.unit.id) ?? [],
      counted: loaded.reports.find(({ form }) => form.id === place.form.id),
      decisions: decisions.get(loaded.unit.id) ?? [],
      today,
    }),
  )
  return { place, projects }
}
