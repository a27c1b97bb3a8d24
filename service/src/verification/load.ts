import { setImmediate } from 'node:timers/promises'
import type { Cells, Pack, Targets, Unit } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { archivedFor, archiveOf } from '../projects/archive.ts'
import { targetsOf, unitsOf } from '../register/store.ts'
import { latestReports, type StoredReport } from '../reports/store.ts'
import { assessUnit, type AssessedUnit } from './assess-unit.ts'
import { reportItems } from './decided-report.ts'
import { wholeReport, type Decision } from './decision.ts'
import { decisionsOnItems, standingDecisions } from './store.ts'

/** A unit with all that is known of it for a window. */
export interface LoadedUnit extends AssessedUnit {
  readonly unit: Unit
  readonly targets: Targets
  /** Of each form the latest that came, returned or not. */
  readonly received: readonly StoredReport[]
  /** Of each form the one that counts. */
  readonly counted: readonly StoredReport[]
  readonly decisions: readonly Decision[]
  /** By ledger: rows of projects let go that go on counting. */
  readonly archived: Readonly<Record<string, readonly Cells[]>>
}

/** So many units are assessed before others have their turn: a few milliseconds. */
const unitsAtOnce = 4

/** Who verifies where no bureau may. */
const officeName = '办公室'

/**
 * Assesses all units in force on a day, or one, by their targets of that day and what was reported and decided for windows
 * that end by `until`, which is that day unless another is given.
 */
export async function loadUnits(
  db: Kysely<Database>,
  {
    campaign,
    pack,
    until,
    on = until,
    unit: only,
  }: { campaign: string; pack: Pack; until: string; on?: string; unit?: string },
): Promise<readonly LoadedUnit[]> {
  const scope = { campaign, ...(only === undefined ? {} : { unit: only }) }
  const all = await unitsOf(db, campaign, on)
  const units = all.filter(({ id }) => only === undefined || id === only)
  const nameOf = (bureau: string) => all.find(({ id }) => id === bureau)?.name ?? officeName
  const targets = await targetsOf(db, campaign, on, only)
  const standing = await standingDecisions(db, scope)
  const returned = standing.filter(({ item, verdict }) => item === wholeReport && verdict === 'return')
  const without = returned.map(({ content }) => content)
  const reports = { campaign, until, ...(only === undefined ? {} : { units: [only] }) }
  const received = await latestReports(db, reports)
  const counted = without.length === 0 ? received : await latestReports(db, { ...reports, without })
  const items = [...new Set([...received, ...counted])].flatMap((report) => {
    const form = pack.forms.find(({ id }) => id === report.form)
    return form ? reportItems(form, report) : []
  })
  const decisions = [...standing, ...(await decisionsOnItems(db, scope, items))]
  const archive = await archiveOf(db, scope)
  const of = {
    decisions: Map.groupBy(decisions, ({ unit }) => unit),
    received: Map.groupBy(received, ({ unit }) => unit),
    counted: Map.groupBy(counted, ({ unit }) => unit),
  }
  const loaded: LoadedUnit[] = []
  for (const [at, unit] of units.entries()) {
    // Assessing a whole district takes longer than anybody should wait to hand in a report.
    if (at % unitsAtOnce === unitsAtOnce - 1) await setImmediate()
    const own = {
      unit,
      targets: targets[unit.id] ?? {},
      decisions: of.decisions.get(unit.id) ?? [],
      received: of.received.get(unit.id) ?? [],
      counted: of.counted.get(unit.id) ?? [],
      archived: archivedFor(pack, archive, { unit: unit.id, until }),
    }
    loaded.push({ ...own, ...assessUnit(pack, { ...own, reports: own.counted, until, nameOf }) })
  }
  return loaded
}
