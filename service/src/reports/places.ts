import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/**
 * Names `place`: every unit, of some or of all, with every form it has ever reported. Found by stepping from one to the next in
 * the index, so it takes no longer however often a form was reported.
 */
export function withPlaces(db: Kysely<Database>, campaign: string, units: readonly string[] | undefined) {
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
