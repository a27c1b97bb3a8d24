import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { IssuedNumber } from './numbers.ts'
import { issuedNumbers, latestReports, type StoredReport } from './store.ts'

/** What a unit has handed in before: the latest of each form up to a window, and the numbers of its rows. */
export interface UnitPast {
  readonly reports: readonly StoredReport[]
  readonly numbers: readonly IssuedNumber[]
}

/** The pasts of several units, each up to the window it hands in for, in as few queries as there are windows. */
export async function unitPasts(
  trx: Kysely<Database>,
  campaign: string,
  asked: readonly { readonly unit: string; readonly until: string }[],
): Promise<ReadonlyMap<string, UnitPast>> {
  if (asked.length === 0) return new Map()
  const unitsOf = (all: typeof asked) => all.map(({ unit }) => unit)
  const numbers = await issuedNumbers(trx, campaign, unitsOf(asked))
  const reports: StoredReport[] = []
  for (const until of new Set(asked.map((one) => one.until))) {
    const units = unitsOf(asked.filter((one) => one.until === until))
    reports.push(...(await latestReports(trx, { campaign, units, until })))
  }
  return new Map(
    unitsOf(asked).map((unit) => [
      unit,
      {
        reports: reports.filter((report) => report.unit === unit),
        numbers: numbers.filter((number) => number.unit === unit),
      },
    ]),
  )
}
