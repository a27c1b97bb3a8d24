import type { Kysely } from 'kysely'

/** When the clerk's machine says a report was saved there, for reports that waited for a network. Null for all that came before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('submission').addColumn('saved_at', 'text').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('submission').dropColumn('saved_at').execute()
}
