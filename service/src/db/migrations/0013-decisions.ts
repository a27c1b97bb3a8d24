import { sql, type Kysely } from 'kysely'

/**
 * Decisions are looked up by what they were made on, and those that hold whatever is reported (about a whole report, and supplied
 * figures) by their unit: the index until now was walked through from end to end of a unit's history for both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('verification_decision_latest').execute()
  await db.schema
    .createIndex('verification_decision_content')
    .on('verification_decision')
    .columns(['campaign', 'content', 'unit'])
    .execute()
  await db.schema
    .createIndex('verification_decision_standing')
    .on('verification_decision')
    .columns(['campaign', 'unit'])
    .where(sql<boolean>`item = '*' or verdict = 'supply'`)
    .execute()
  // The form before the unit, lest SQLite take this index for what the one by content finds at once.
  await db.schema
    .createIndex('verification_decision_history')
    .on('verification_decision')
    .columns(['campaign', 'form', 'unit', 'item', 'seq'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const kind of ['content', 'standing', 'history']) {
    await db.schema.dropIndex(`verification_decision_${kind}`).execute()
  }
  await db.schema
    .createIndex('verification_decision_latest')
    .on('verification_decision')
    .columns(['campaign', 'unit', 'form', 'item', 'bureau', 'content', 'seq'])
    .execute()
}
