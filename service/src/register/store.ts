import { fingerprint, type Pack, type Targets, type Unit } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'

export interface Campaign {
  readonly id: string
  readonly title: string
  readonly year: number
}

/** What a campaign starts with: its units, and the targets issued to them. */
export interface CampaignSeed extends Campaign {
  readonly units: readonly Unit[]
  readonly targets: {
    readonly document: string
    readonly sample: boolean
    readonly byUnit: Readonly<Record<string, Targets>>
  }
}

export async function findCampaign(db: Kysely<Database>, id: string): Promise<Campaign | undefined> {
  return db.selectFrom('campaign').select(['id', 'title', 'year']).where('id', '=', id).executeTakeFirst()
}

/** All units of the campaign in register order. */
export async function unitsOf(db: Kysely<Database>, campaign: string): Promise<readonly Unit[]> {
  const rows = await db.selectFrom('unit').selectAll().where('campaign', '=', campaign).orderBy('position').execute()
  return rows.map(({ id, name, pool, position }) => ({ id, name, pool, order: position }))
}

/** Targets of all units by unit id, from the latest issue. A unit without tasks has an empty entry. */
export async function targetsOf(db: Kysely<Database>, campaign: string): Promise<Readonly<Record<string, Targets>>> {
  const rows = await db
    .selectFrom('target')
    .select(['unit', 'key', 'value'])
    .where('campaign', '=', campaign)
    .where('issue', '=', (query) =>
      query
        .selectFrom('target_issue')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('campaign', '=', campaign),
    )
    .execute()
  const units = await db.selectFrom('unit').select('id').where('campaign', '=', campaign).execute()
  const byUnit = new Map<string, Record<string, string>>(units.map(({ id }) => [id, {}]))
  for (const { unit, key, value } of rows) byUnit.set(unit, { ...byUnit.get(unit), [key]: value })
  return Object.fromEntries(byUnit)
}

/** Stores a new campaign with its units and first targets, in one transaction. */
export async function addCampaign(db: Kysely<Database>, seed: CampaignSeed, now: Date): Promise<void> {
  const { id: campaign, title, year } = seed
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('campaign').values({ id: campaign, title, year, submissions: 0 }).execute()
    await trx
      .insertInto('unit')
      .values(seed.units.map(({ id, name, pool, order }) => ({ campaign, id, name, pool, position: order })))
      .execute()
    await trx
      .insertInto('target_issue')
      .values({
        campaign,
        number: 1,
        document: seed.targets.document,
        sample: seed.targets.sample ? 1 : 0,
        issued_at: now.toISOString(),
      })
      .execute()
    const targets = Object.entries(seed.targets.byUnit).flatMap(([unit, keys]) =>
      Object.entries(keys).map(([key, value]) => ({ campaign, issue: 1, unit, key, value })),
    )
    if (targets.length > 0) await trx.insertInto('target').values(targets).execute()
    const { document, sample, byUnit } = seed.targets
    await appendAudit(trx, {
      campaign,
      actor: 'service',
      at: now,
      action: 'campaign.opened',
      subject: `campaign/${campaign}`,
      after: { title, units: seed.units.length, targets: { issue: 1, document, sample, content: fingerprint(byUnit) } },
    })
  })
}

/** Keeps the pack in force, so that what was scored by it can be scored again; a known one is left as it is. */
export async function keepPack(db: Kysely<Database>, campaign: string, pack: Pack, now: Date): Promise<string> {
  const hash = fingerprint(pack)
  const { id, version } = pack
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto('pack')
      .values({ hash, id, version, json: JSON.stringify(pack), created_at: now.toISOString() })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .returning('hash')
      .executeTakeFirst()
    if (!kept) return
    const after = { id, version, hash }
    await appendAudit(trx, {
      campaign,
      actor: 'service',
      at: now,
      action: 'pack.in-force',
      subject: `pack/${id}`,
      after,
    })
  })
  return hash
}

/** The number of the issue of targets in force. */
export async function targetIssue(db: Kysely<Database>, campaign: string): Promise<number> {
  const { number } = await db
    .selectFrom('target_issue')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('campaign', '=', campaign)
    .executeTakeFirstOrThrow()
  return number
}

/** Are the targets in force an example (示例) and no decision of the district? */
export async function issueIsSample(db: Kysely<Database>, campaign: string): Promise<boolean> {
  const issue = await db
    .selectFrom('target_issue')
    .select('sample')
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return issue?.sample === 1
}
