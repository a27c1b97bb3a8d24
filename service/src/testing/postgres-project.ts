import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { createDemoAccounts } from '../accounts/accounts.ts'
import { connect } from '../db/connect.ts'
import { silentLog } from '../log.ts'
import { openService } from '../open-service.ts'
import { everybody, testPassword, testSecret, testStart } from './people.ts'
import { startPostgres } from './postgres.ts'
import { databaseOn, templateOf, type Furnished } from './store-names.ts'

/**
 * One server for all test files of the project, with a database to copy for each way a test wants to find it. One's own server is
 * taken instead where `TEST_DATABASE_URL` names it: `postgres://…`, with the right to create databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env['TEST_DATABASE_URL']
  const server = own === undefined ? await startPostgres() : null
  const url = server?.url ?? own ?? ''
  project.provide('postgres', url)
  for (const furnished of ['campaign', 'people'] as const) await furnish(url, furnished)
  return async () => server?.remove()
}

async function furnish(url: string, furnished: Exclude<Furnished, 'empty'>): Promise<void> {
  const admin = connect(url)
  const name = templateOf(furnished)
  await sql`drop database if exists ${sql.ref(name)}`.execute(admin)
  await sql`create database ${sql.ref(name)} template template0`.execute(admin)
  await admin.destroy()
  const service = await openService({
    databaseUrl: databaseOn(url, name),
    sessionSecret: testSecret,
    campaign: 'haizhou-2019',
    clock: { now: () => testStart, demo: true },
    log: silentLog,
    publicUrl: null,
    officeJs: null,
    trustProxy: true,
    https: false,
  })
  if (furnished === 'people') await createDemoAccounts(service.auth, everybody(service.units), testPassword)
  await service.close()
}
