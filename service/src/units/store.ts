import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { UnitContactsTable } from '../db/register-tables.ts'
import type { Database } from '../db/schema.ts'
import type { RegisteredUnit } from '../register/registered-unit.ts'
import { contactSchema, type Contact } from './contacts.ts'

/** Whom to ask in a unit, as a whole list: proposed by the unit or entered by the office. The last approved one counts. */
export const contactListSchema = z
  .strictObject({
    unit: z.string(),
    /** Counts up within the unit. */
    number: z.int(),
    contacts: z.array(contactSchema),
    status: z.enum(['proposed', 'approved', 'refused']),
    proposedAt: z.string(),
    decider: z.string().nullable(),
    reason: z.string().nullable(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'ContactList' })
export type ContactList = Described<typeof contactListSchema>

/** Every list of a campaign, or of one unit, oldest first. */
export async function contactLists(
  db: Kysely<Database>,
  campaign: string,
  unit?: string,
): Promise<readonly ContactList[]> {
  const rows = await db
    .selectFrom('unit_contacts')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .orderBy('unit')
    .orderBy('number')
    .execute()
  return rows.map(toList)
}

/** The list that counts for a unit; empty where none was approved. */
export function inForce(lists: readonly ContactList[], unit: string): readonly Contact[] {
  return lists.findLast((list) => list.unit === unit && list.status === 'approved')?.contacts ?? []
}

export async function addContactList(
  db: Kysely<Database>,
  { campaign, account, ...list }: ContactList & { readonly campaign: string; readonly account: string },
): Promise<void> {
  await db
    .insertInto('unit_contacts')
    .values({
      campaign,
      account,
      unit: list.unit,
      number: list.number,
      contacts: JSON.stringify(list.contacts),
      status: list.status,
      proposed_at: list.proposedAt,
      decider: list.decider,
      reason: list.reason,
      decided_at: list.decidedAt,
    })
    .execute()
}

export async function decideContactList(
  db: Kysely<Database>,
  { campaign, unit, number }: { readonly campaign: string; readonly unit: string; readonly number: number },
  decision: Required<Pick<Selectable<UnitContactsTable>, 'status' | 'decider' | 'reason' | 'decided_at'>>,
): Promise<void> {
  await db
    .updateTable('unit_contacts')
    .set(decision)
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .where('number', '=', number)
    .execute()
}

export async function addUnit(db: Kysely<Database>, campaign: string, unit: RegisteredUnit): Promise<void> {
  await db
    .insertInto('unit')
    .values({ campaign, id: unit.id, ...columnsOf(unit) })
    .execute()
}

export async function changeUnit(db: Kysely<Database>, campaign: string, unit: RegisteredUnit): Promise<void> {
  await db.updateTable('unit').set(columnsOf(unit)).where('campaign', '=', campaign).where('id', '=', unit.id).execute()
}

const columnsOf = ({ name, kind, pool, order: position, from, to }: RegisteredUnit) => {
  return { name, kind, pool, position, from_day: from, to_day: to }
}

function toList(row: Selectable<UnitContactsTable>): ContactList {
  return {
    unit: row.unit,
    number: row.number,
    contacts: JSON.parse(row.contacts) as Contact[],
    status: row.status,
    proposedAt: row.proposed_at,
    decider: row.decider,
    reason: row.reason,
    decidedAt: row.decided_at,
  }
}
