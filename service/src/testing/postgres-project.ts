import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { connect } from '../db/connect.ts'
import { furnish } from './furnish.ts'
import { startPostgres } from './postgres.ts'
import { databaseOn, templateOf } from './store-names.ts'

/**
 * One server for all test files of the project, with a database to copy for each way a test wants to find it. One's own server is
 * taken instead where `TEST_DATABASE_URL` names it: `postgres://…`, with the right to create databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env['TEST_DATABASE_URL']
  const server = own === undefined ? await startPostgres() : null
  const url = server?.url ?? own ?? ''
  project.provide('postgres', url)
  await dropTemplates(url)
  for (const furnished of templates) {
    const admin = connect(url)
    const name = templateOf(furnished)
    await sql`create database ${sql.ref(name)} template template0`.execute(admin)
    await admin.destroy()
    await furnish(databaseOn(url, name), furnished)
  }
  // One's own server is left as it was.
  return server ? server.remove : () => dropTemplates(url)
}

const templates = ['campaign', 'people'] as const

async function dropTemplates(url: string): Promise<void> {
  const admin = connect(url)
  for (const furnished of templates) await sql`drop database if exists ${sql.ref(templateOf(furnished))}`.execute(admin)
  await admin.destroy()
}
