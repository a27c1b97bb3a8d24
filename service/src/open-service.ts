import { join } from 'node:path'
import { packHash, type Pack, type Unit } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { RateLimits } from './access/rate-limit.ts'
import { createAuth, type Auth } from './accounts/auth.ts'
import { clientAddress } from './accounts/client-address.ts'
import { createApp } from './app.ts'
import type { Clock } from './clock.ts'
import { alone, connect, isShared } from './db/connect.ts'
import { migrateToLatest } from './db/migrate.ts'
import type { Database } from './db/schema.ts'
import type { Log } from './log.ts'
import { ordinaryCaps, type EvidenceCaps } from './evidence/caps.ts'
import { loadPack } from './packs/load-pack.ts'
import { readCampaign } from './register/campaign-files.ts'
import { addCampaign, findCampaign, keepPack, unitsOf } from './register/store.ts'
import { openWorkbookReader, type WorkbookReader } from './workbooks/reading/reader.ts'

export interface ServiceOptions {
  readonly databaseUrl: string
  /** An open store to take instead, closed with the service; one that no other process shares. */
  readonly db?: Kysely<Database>
  readonly sessionSecret: string
  readonly campaign: string
  readonly clock: Clock
  readonly log: Log
  readonly publicUrl: string | null
  readonly officeJs: string | null
  readonly trustProxy: boolean
  readonly https: boolean
  /** No bound unless given. */
  readonly rateLimits?: RateLimits
  readonly frameAncestors?: readonly string[]
  /** Free room on the disk of a SQLite file below which the service does not call itself ready; none unless given. */
  readonly minFreeBytes?: number
  /** How much evidence is taken; the ordinary caps unless given. */
  readonly evidenceCaps?: EvidenceCaps
  /** How long a database server may be silent, in milliseconds, before requests end with 503. */
  readonly mostSilence?: number
  /** Opened and closed with the service, unless one is given. */
  readonly reader?: WorkbookReader
}

export interface OpenService {
  readonly app: ReturnType<typeof createApp>
  readonly db: Kysely<Database>
  readonly auth: Auth
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly close: () => Promise<void>
}

/** Longer than the database lets one wait for a lock. */
const mostSilence = 25_000

const root = join(import.meta.dirname, '../..')

/** Opens the database, brings it up to date, enters the campaign if it is new, and puts the service together. Does not listen. */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const { clock, log } = options
  const parsed = loadPack(options.campaign)
  if (!parsed.ok) {
    throw new Error(`规则包有误：\n${parsed.faults.map(({ path, message }) => `${path}：${message}`).join('\n')}`)
  }
  const { pack } = parsed
  const db = options.db ?? connect(options.databaseUrl, options.mostSilence ?? mostSilence)
  // Migrations may take long, and several replicas may start at once on one database.
  const patient = isShared(db) ? connect(options.databaseUrl) : db
  await alone(patient, async () => {
    await migrateToLatest(patient)
    if (!(await findCampaign(patient, options.campaign))) {
      await addCampaign(patient, readCampaign(options.campaign, pack), clock.now())
    }
    await keepPack(patient, options.campaign, pack, clock.now())
  })
  if (patient !== db) await patient.destroy()
  const campaign = await findCampaign(db, options.campaign)
  if (!campaign) throw new Error(`campaign not stored: ${options.campaign}`)
  const authIn = (on: Kysely<Database>) => createAuth({ db: on, secret: options.sessionSecret, log })
  const auth = authIn(db)
  const reader = options.reader ?? openWorkbookReader()
  const app = createApp({
    db,
    auth,
    authIn,
    pack,
    packHash: packHash(pack),
    campaign,
    clock,
    log,
    https: options.https,
    rateLimits: options.rateLimits ?? null,
    frameAncestors: options.frameAncestors ?? [],
    minFreeBytes: options.minFreeBytes ?? 0,
    evidenceCaps: options.evidenceCaps ?? ordinaryCaps,
    reader,
    addressOf: clientAddress(options.trustProxy),
    pages: {
      dist: join(root, 'addin/dist'),
      officeJs: options.officeJs,
      officeJsFolder: join(root, 'node_modules/@microsoft/office-js/dist'),
      manifest: join(root, 'manifest.xml'),
      publicUrl: options.publicUrl,
      trustProxy: options.trustProxy,
    },
  })
  const close = async () => {
    if (reader !== options.reader) await reader.close()
    await db.destroy()
  }
  return { app, db, auth, pack, units: await unitsOf(db, campaign.id), close }
}
