import type { Kysely } from 'kysely'
import { dropArrival, isConnected, isTaken, openArrival, settleArrival } from '../db/arrive-postgres.ts'
import { newCheckedFile, type Backup } from '../db/backup-sqlite.ts'
import { connect } from '../db/connect.ts'
import { migrateToLatest, migrations } from '../db/migrate.ts'
import type { Database } from '../db/schema.ts'
import type { StoreUrl } from '../db/store-url.ts'
import { copyStore, type Copy } from './copy-store.ts'
import { verifyLogs } from './verify-log.ts'

export type Arrival =
  /** `aside` is where the tables are kept that were there before. */
  | { readonly kind: 'done'; readonly reports: number; readonly aside: string | null }
  | Exclude<Copy, { readonly kind: 'copied' }>
  | Exclude<Backup, { readonly kind: 'done' }>
  /** A service is connected to the target. */
  | { readonly kind: 'in-use' }
  /** The log of the copy does not agree with itself or with the reports. */
  | { readonly kind: 'log-broken'; readonly faults: number }

export interface ArrivalOptions {
  /** Put the copy in the place of what is there, which is kept as `aside`. Only PostgreSQL; a file is never replaced here. */
  readonly replace: boolean
  readonly aside: string
}

/** Copies a store into another place, where it appears at once, complete and verified, or not at all. */
export async function intoStore(from: Kysely<Database>, to: StoreUrl, options: ArrivalOptions): Promise<Arrival> {
  return to.kind === 'sqlite' ? intoFile(from, to.file, verifiedCopy) : intoPostgres(from, to.url, options)
}

/** The backup of any store: one new file, as the database is, for better or worse. */
export async function backUpInto(file: string, from: Kysely<Database>): Promise<Arrival> {
  return intoFile(from, file, plainCopy)
}

type Fault = Exclude<Arrival, { readonly kind: 'done' }>
type CopyInto = (from: Kysely<Database>, to: Kysely<Database>) => Promise<Fault | null>

const plainCopy: CopyInto = async (from, to) => {
  const copy = await copyStore(from, to)
  return copy.kind === 'copied' ? null : copy
}

/** What people are to go on with must agree with its log. An older one is first brought up to date, as its next start would. */
const verifiedCopy: CopyInto = async (from, to) => {
  const fault = await plainCopy(from, to)
  if (fault !== null) return fault
  await migrateToLatest(to)
  const faults = (await verifyLogs(to)).flatMap((check) => check.faults)
  return faults.length > 0 ? { kind: 'log-broken', faults: faults.length } : null
}

async function intoFile(from: Kysely<Database>, file: string, copyInto: CopyInto): Promise<Arrival> {
  const made = await newCheckedFile(file, Object.keys(migrations), async (part) => {
    const target = connect(`sqlite:${part}`)
    try {
      return await copyInto(from, target)
    } finally {
      await target.destroy()
    }
  })
  return made.kind === 'done' ? { ...made, aside: null } : made
}

async function intoPostgres(from: Kysely<Database>, url: string, { replace, aside }: ArrivalOptions): Promise<Arrival> {
  const server = connect(url)
  try {
    if (!replace && (await isTaken(server))) return { kind: 'exists' }
    if (await isConnected(server)) return { kind: 'in-use' }
    const place = await openArrival(server, url)
    try {
      const fault = await verifiedCopy(from, place)
      if (fault !== null) return fault
      const reports = await countReports(place)
      await place.destroy()
      const { kept } = await settleArrival(server, aside)
      return { kind: 'done', reports, aside: kept ? aside : null }
    } finally {
      await place.destroy()
      await dropArrival(server)
    }
  } finally {
    await server.destroy()
  }
}

async function countReports(db: Kysely<Database>): Promise<number> {
  const all = db.selectFrom('submission').select(({ fn }) => fn.countAll<number>().as('count'))
  return (await all.executeTakeFirstOrThrow()).count
}
