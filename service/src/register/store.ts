import { fingerprint, type Pack, type Targets, type Unit } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import { isInForce, type RegisteredUnit } from './registered-unit.ts'

export interface Campaign {
  readonly id: string
  readonly title: string
  readonly year: number
}

/** What a campaign starts with: its units, and the targets issued to them. */
export interface CampaignSeed extends Campaign {
  readonly units: readonly Omit<RegisteredUnit, 'from' | 'to'>[]
  readonly targets: {
    readonly document: string
    readonly sample: boolean
    readonly byUnit: Readonly<Record<string, Targets>>
  }
}

export async function findCampaign(db: Kysely<Database>, id: string): Promise<Campaign | undefined> {
  return db.selectFrom('campaign').select(['id', 'title', 'year']).where('id', '=', id).executeTakeFirst()
}

/** Units of the campaign in register order (机构序): all there ever were, or those in force on a day. */
export async function unitsOf(db: Kysely<Database>, campaign: string, on?: string): Promise<readonly Unit[]> {
  const units = await registeredUnits(db, campaign)
  return units
    .filter((unit) => on === undefined || isInForce(unit, on))
    .map(({ id, name, pool, order }) => ({ id, name, pool, order }))
}

/** Every unit there ever was, as the register has it, in its order. */
export async function registeredUnits(db: Kysely<Database>, campaign: string): Promise<readonly RegisteredUnit[]> {
  const rows = await db.selectFrom('unit').selectAll().where('campaign', '=', campaign).orderBy('position').execute()
  return rows.map(({ id, name, kind, pool, position, from_day: from, to_day: to }) => {
    return { id, name, kind, pool, order: position, from, to }
  })
}

/** Of the units and targets of the whole year, those in force on a day: without another query for each day. */
export type RegisterOn = (day: string) => {
  readonly units: ReadonlyMap<string, Unit>
  readonly targets: Readonly<Record<string, Targets>>
}

export async function registerOfYear(db: Kysely<Database>, campaign: string): Promise<RegisterOn> {
  const units = await registeredUnits(db, campaign)
  const issues = await db
    .selectFrom('target_issue')
    .select(['number', 'effective_from'])
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .execute()
  const targets = new Map<number, Readonly<Record<string, Targets>>>()
  for (const { number } of issues) targets.set(number, await targetsOfIssue(db, campaign, number))
  const on = (day: string) => {
    const inForce = units.filter((unit) => isInForce(unit, day))
    const issue = issues.find(({ effective_from: from }) => from <= day)
    return {
      units: new Map(inForce.map(({ id, name, pool, order }) => [id, { id, name, pool, order }])),
      targets: (issue && targets.get(issue.number)) ?? {},
    }
  }
  // Few days are ever asked for: the last ones of windows.
  const known = new Map<string, ReturnType<RegisterOn>>()
  return (day) => {
    const register = known.get(day) ?? on(day)
    known.set(day, register)
    return register
  }
}

/** The issue of targets in force on a day: the last one issued of those that count from then or before. */
export async function issueOn(
  db: Kysely<Database>,
  campaign: string,
  on: string,
): Promise<{ readonly number: number; readonly sample: boolean } | undefined> {
  const issue = await db
    .selectFrom('target_issue')
    .select(['number', 'sample'])
    .where('campaign', '=', campaign)
    .where('effective_from', '<=', on)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return issue && { number: issue.number, sample: issue.sample === 1 }
}

/** Targets of all units by unit id, or of one unit alone, as in force on a day. A unit without tasks has an empty entry. */
export async function targetsOf(
  db: Kysely<Database>,
  campaign: string,
  on: string,
  unit?: string,
): Promise<Readonly<Record<string, Targets>>> {
  const issue = await issueOn(db, campaign, on)
  return targetsOfIssue(db, campaign, issue?.number ?? 0, unit)
}

/** Targets of all units by unit id, or of one unit alone, of one issue. */
export async function targetsOfIssue(
  db: Kysely<Database>,
  campaign: string,
  issue: number,
  only?: string,
): Promise<Readonly<Record<string, Targets>>> {
  const rows = await db
    .selectFrom('target')
    .select(['unit', 'key', 'value'])
    .where('campaign', '=', campaign)
    .where('issue', '=', issue)
    .$if(only !== undefined, (query) => query.where('unit', '=', only ?? ''))
    // The order goes into the stored facts as text; without it PostgreSQL gives now this, now that.
    .orderBy('unit')
    .orderBy('key')
    .execute()
  const units = await db
    .selectFrom('unit')
    .select('id')
    .where('campaign', '=', campaign)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .execute()
  const rowsOf = Map.groupBy(rows, ({ unit }) => unit)
  return Object.fromEntries(
    units.map(({ id }) => [id, Object.fromEntries((rowsOf.get(id) ?? []).map(({ key, value }) => [key, value]))]),
  )
}

/** Stores a new campaign with its units and first targets, in one transaction. */
export async function addCampaign(db: Kysely<Database>, seed: CampaignSeed, now: Date): Promise<void> {
  const { id: campaign, title, year } = seed
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('campaign').values({ id: campaign, title, year, submissions: 0 }).execute()
    await trx
      .insertInto('unit')
      .values(
        seed.units.map(({ id, name, kind, pool, order }) => ({ campaign, id, name, kind, pool, position: order })),
      )
      .execute()
    await trx
      .insertInto('target_issue')
      .values({
        campaign,
        number: 1,
        document: seed.targets.document,
        sample: seed.targets.sample ? 1 : 0,
        issued_at: now.toISOString(),
        effective_from: `${year}-01-01`,
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
