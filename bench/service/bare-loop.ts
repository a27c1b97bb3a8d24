import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Rows a second of the plainest durable store: one prepared insert of the body, one synced commit each. The denominator, not a product. */
export function bareLoop(folder: string, bodies: readonly string[]): number {
  const db = new Sqlite(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table if not exists report (seq integer primary key, body text not null)')
  const insert = db.prepare('insert into report (body) values (?)')
  const started = performance.now()
  for (const body of bodies) insert.run(body)
  const seconds = (performance.now() - started) / 1000
  db.close()
  return bodies.length / seconds
}
