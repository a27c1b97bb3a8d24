import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { inject } from 'vitest'
import { connect } from '../db/connect.ts'
import { sqliteDialect } from '../db/connect-sqlite.ts'
import type { Database } from '../db/schema.ts'
import type { ServiceOptions } from '../open-service.ts'
import { databaseOn, templateOf, type Furnished } from './store-names.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests of this project may create databases; absent where they run on SQLite. */
    readonly postgres?: string
    /** A folder with SQLite files to begin with; without it a service furnishes its own. */
    readonly sqliteTemplates?: string
  }
}

const server = inject('postgres')
const sqliteTemplates = inject('sqliteTemplates')
let admin: Kysely<Database> | undefined
let opened: string[] = []
let kept: readonly string[] = []

/** Which store the tests of this project run on. */
export const testedStore = server === undefined ? 'sqlite' : 'postgres'

/** A store that nobody has used, for a service to open. */
export async function storeForService(
  furnished: Exclude<Furnished, 'empty'>,
): Promise<Pick<ServiceOptions, 'databaseUrl' | 'db'>> {
  const databaseUrl = await freshStore(furnished)
  if (sqliteTemplates === undefined) return { databaseUrl }
  const bytes = templates.get(furnished) ?? readFileSync(join(sqliteTemplates, templateOf(furnished)))
  templates.set(furnished, bytes)
  return { databaseUrl, db: new Kysely<Database>({ dialect: sqliteDialect(bytes) }) }
}

const templates = new Map<Furnished, Buffer>()

/** The address of a store that nobody has used. It is gone after the test that asked for it, or after the file. */
export async function freshStore(furnished: Furnished): Promise<string> {
  if (server === undefined) return 'sqlite::memory:'
  admin ??= connect(server)
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await sql`create database ${sql.ref(name)} template ${sql.ref(templateOf(furnished))}`.execute(admin)
  opened.push(name)
  return databaseOn(server, name)
}

/** What was opened until now belongs to the file, not to the test that begins. */
export function keepOpenedStores(): void {
  kept = [...opened]
}

/** Drops what was opened since; connections to it are cut. */
export async function dropOpenedStores(): Promise<void> {
  const dropped = opened.filter((name) => !kept.includes(name))
  opened = [...kept]
  if (admin) for (const name of dropped) await sql`drop database ${sql.ref(name)} with (force)`.execute(admin)
}

export async function dropAllStores(): Promise<void> {
  kept = []
  await dropOpenedStores()
  await admin?.destroy()
  admin = undefined
}

/** A fresh store that several processes can open: with SQLite a file in `folder`, which the caller removes. */
export async function storeForProcesses(folder: string): Promise<string> {
  return server === undefined ? `sqlite:${join(folder, `${crypto.randomUUID()}.db`)}` : freshStore('people')
}
