import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

interface Placed extends Database {
  readonly place: { readonly unit: string; readonly form: string | null }
}
/** The reports of one place, to be narrowed down to one. */
export type OfPlace = ReturnType<typeof ofPlace>

/**
 * Of every place, which is a unit and a form it has ever reported, the first report in the order and within the bounds that
 * `which` sets; of some units, or of all. Each is looked up in the index by itself, so it costs the same however often a form
 * was reported.
 */
export const oneReportOfEach = (
  db: Kysely<Database>,
  { campaign, units }: { readonly campaign: string; readonly units?: readonly string[] | undefined },
  which: (reports: OfPlace) => OfPlace,
) =>
  withPlaces(db, campaign, units)
    .selectFrom('place')
    .innerJoin('submission', (join) =>
      join.on('submission.seq', '=', (builder) => which(ofPlace(builder, campaign)).limit(1)),
    )
    .orderBy('submission.seq')

/** The reports of a place, each named `one`. */
const ofPlace = ({ selectFrom }: ExpressionBuilder<Placed, 'place' | 'submission'>, campaign: string) =>
  selectFrom('submission as one')
    .select('one.seq')
    .where('one.campaign', '=', campaign)
    .whereRef('one.unit', '=', 'place.unit')
    .whereRef('one.form', '=', 'place.form')

/** Names `place`, found by stepping from one to the next in the index. */
function withPlaces(db: Kysely<Database>, campaign: string, units: readonly string[] | undefined) {
  return db.withRecursive('place(unit, form)', (cte) =>
    cte
      .selectFrom('unit')
      .where('unit.campaign', '=', campaign)
      .$if(units !== undefined, (query) => query.where('unit.id', 'in', units ?? []))
      .select('unit.id as unit')
      .select(({ selectFrom }) =>
        selectFrom('submission')
          .select(({ fn }) => fn.min('submission.form').as('first'))
          .where('submission.campaign', '=', campaign)
          .whereRef('submission.unit', '=', 'unit.id')
          .as('form'),
      )
      .unionAll(
        cte
          .selectFrom('place')
          .where('place.form', 'is not', null)
          .select('place.unit')
          .select(({ selectFrom }) =>
            selectFrom('submission')
              .select(({ fn }) => fn.min('submission.form').as('next'))
              .where('submission.campaign', '=', campaign)
              .whereRef('submission.unit', '=', 'place.unit')
              .whereRef('submission.form', '>', 'place.form')
              .as('form'),
          ),
      ),
  )
}
