import type { Cells, Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { projectLedger } from './library.ts'
import { projectDecisions } from './store.ts'

/** 已移出而仍计数: a row as verified when its project was let go. */
export interface ArchivedRow {
  readonly unit: string
  readonly cells: Cells
  /** Last day of the window it was last reported for. */
  readonly windowEnd: string
}

export async function archiveOf(
  db: Kysely<Database>,
  scope: { readonly campaign: string; readonly unit?: string },
): Promise<readonly ArchivedRow[]> {
  return (await projectDecisions(db, scope)).flatMap(({ unit, cells, windowEnd }) =>
    cells === null || windowEnd === null ? [] : [{ unit, cells, windowEnd }],
  )
}

/** By ledger the archived rows of a unit that go on counting for windows that end by `until`. */
export function archivedFor(
  pack: Pack,
  archive: readonly ArchivedRow[],
  { unit, until }: { readonly unit: string; readonly until: string },
): Readonly<Record<string, readonly Cells[]>> {
  const ledger = projectLedger(pack)?.ledger.id
  const rows = archive.filter((row) => row.unit === unit && row.windowEnd <= until).map(({ cells }) => cells)
  return ledger === undefined || rows.length === 0 ? {} : { [ledger]: rows }
}
