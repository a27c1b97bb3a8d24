import type { Insertable, Kysely } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { RunRowTable } from '../db/run-tables.ts'
import type { Database } from '../db/schema.ts'
import { pageOfSchema } from '../paging.ts'
import { rowsOf, runRowSchema, type Reader, type RunRow } from './run-view.ts'
import type { Run } from './run.ts'

/** So many rows go into one statement. */
const rowsAtOnce = 1000

/** A stretch of the ranking of one pool. */
export const runPageSchema = pageOfSchema(runRowSchema).extend({ pool: z.string() })
export type RunPage = Described<typeof runPageSchema>

/** Keeps the ranking of a run row by row beside the run, in the order of its ranking. */
export async function keepRows(db: Kysely<Database>, run: Run): Promise<void> {
  const rows = keptRows(run)
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await db
      .insertInto('run_row')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((conflict) => conflict.columns(['run', 'pool', 'position']).doNothing())
      .execute()
  }
}

/** Whether the rows kept beside a run are those of the run. One of the time before rows were kept may have none. */
export async function areRowsOf(db: Kysely<Database>, run: Run): Promise<boolean> {
  const due = new Map(keptRows(run).map((row) => [`${row.pool}/${row.position.toString()}`, row]))
  let found = 0
  for await (const row of db.selectFrom('run_row').selectAll().where('run', '=', run.number).stream(rowsAtOnce)) {
    const { unit, shown, figures } = due.get(`${row.pool}/${row.position.toString()}`) ?? {}
    if (unit !== row.unit || shown !== row.shown || figures !== row.figures) return false
    found += 1
  }
  return found === due.size || found === 0
}

const keptRows = (run: Run): readonly Insertable<RunRowTable>[] =>
  run.result.rankings.flatMap(({ pool }) =>
    rowsOf(run, pool, () => true).map((row, at) => ({
      run: run.number,
      pool,
      position: at + 1,
      unit: row.unit.id,
      shown: JSON.stringify(withoutFigures(row)),
      figures: JSON.stringify(row.indicators.map(({ figures }) => figures)),
    })),
  )

/** Up to `limit` rows that follow the row `after`, read without the rest of the run; figures of another unit stay out. */
export async function pageOf(
  db: Kysely<Database>,
  run: string,
  { pool, after, limit, reader }: { pool: string; after: number; limit: number; reader: Reader },
): Promise<RunPage | undefined> {
  const { last } = await db
    .selectFrom('run_row')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('run', '=', run)
    .where('pool', '=', pool)
    .executeTakeFirstOrThrow()
  const count = Number(last ?? 0)
  if (count === 0) return undefined
  const own = reader.kind === 'unit' ? reader.unit : null
  const kept = await db
    .selectFrom('run_row')
    .select(['position', 'unit', 'shown'])
    .$if(reader.kind === 'office', (query) => query.select('figures'))
    .where('run', '=', run)
    .where('pool', '=', pool)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  const ownRow = kept.find(({ unit }) => unit === own)
  const ownFigures = ownRow && (await figuresAt(db, run, pool, ownRow.position))
  const rows = kept.map(({ unit, shown, figures }) => {
    const row = JSON.parse(shown) as RunRow
    const known = unit === own ? ownFigures : figures
    return known === undefined ? row : withFigures(row, known)
  })
  const reached = kept.at(-1)?.position ?? count
  return { pool, rows, count, next: reached < count ? reached : null }
}

async function figuresAt(db: Kysely<Database>, run: string, pool: string, position: number): Promise<string> {
  const { figures } = await db
    .selectFrom('run_row')
    .select('figures')
    .where('run', '=', run)
    .where('pool', '=', pool)
    .where('position', '=', position)
    .executeTakeFirstOrThrow()
  return figures
}

const withoutFigures = (row: RunRow): RunRow => ({
  ...row,
  indicators: row.indicators.map(({ figures: _, ...indicator }) => indicator),
})

function withFigures(row: RunRow, kept: string): RunRow {
  const figures = JSON.parse(kept) as readonly RunRow['indicators'][number]['figures'][]
  return {
    ...row,
    indicators: row.indicators.map((indicator, at) => {
      const known = figures[at]
      return known === undefined ? indicator : { ...indicator, figures: known }
    }),
  }
}
