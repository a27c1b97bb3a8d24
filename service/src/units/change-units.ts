import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { appendAudit } from '../audit/append.ts'
import type { AuditAction } from '../audit/entry.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { unitKindSchema, type RegisteredUnit } from '../register/registered-unit.ts'
import { registeredUnits, type Campaign } from '../register/store.ts'
import { issuedNumbers, lockCampaign } from '../reports/store.ts'
import { contactsSchema, type Contact } from './contacts.ts'
import {
  addContactList,
  addUnit,
  changeUnit,
  contactLists,
  decideContactList,
  inForce,
  type ContactList,
} from './store.ts'

const sentence = z.string().trim().min(1).max(500)
const day = z.iso.date().nullable()
const unitSchema = z.strictObject({
  name: z.string().trim().min(1).max(64),
  kind: unitKindSchema,
  /** Null: not ranked. */
  pool: z.string().max(64).nullable(),
  /** 机构序: the place in every list, and a part of the numbers of its projects. */
  order: z.int().min(1).max(999),
  from: day,
  to: day,
})
const by = { decider: sentence, document: sentence }
export const newUnitSchema = unitSchema.extend({ id: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/), ...by })
export const unitChangeSchema = unitSchema.extend(by)
export const newContactsSchema = z.strictObject({ contacts: contactsSchema, reason: sentence.nullable().default(null) })
export const listDecisionSchema = z.strictObject({ approved: z.boolean(), decider: sentence, reason: sentence })

/** Who acts, where and when, inside the caller's transaction. */
export interface Acting {
  readonly campaign: Campaign
  readonly pack: Pack
  readonly account: string
  readonly actor: string
  readonly at: Date
}

/** Enters a unit, or changes one. It ends by its last day: nothing of it is deleted. */
export async function putUnit(
  trx: Kysely<Database>,
  acting: Acting,
  given: z.infer<typeof unitChangeSchema> & { readonly id: string },
  isNew: boolean,
): Promise<RegisteredUnit> {
  const { campaign, pack } = acting
  await lockCampaign(trx, campaign.id)
  const units = await registeredUnits(trx, campaign.id)
  const { decider, document, ...unit } = given
  const before = units.find(({ id }) => id === unit.id)
  if (!isNew && !before) throw new ProblemError({ type: 'not-found' })
  const others = units.filter(({ id }) => id !== unit.id)
  const strangers = others.map(({ id }) => id)
  const numbers = strangers.length === 0 ? [] : await issuedNumbers(trx, campaign.id, strangers)
  const isUsed = numbers.some(({ number }) => Number(number.split('-')[1]) === unit.order)
  refuse([
    ...(isNew && before ? [{ path: 'id', message: '该标识已有单位使用' }] : []),
    ...(others.some(({ order }) => order === unit.order) ? [{ path: 'order', message: '该机构序已有单位使用' }] : []),
    ...(isUsed ? [{ path: 'order', message: '该机构序已用在其他单位的项目编号中' }] : []),
    ...(unit.pool === null || pack.pools.some(({ id }) => id === unit.pool)
      ? []
      : [{ path: 'pool', message: `规则包中没有这个组，可用：${pack.pools.map(({ id }) => id).join('、')}` }]),
    ...(unit.from !== null && unit.to !== null && unit.to < unit.from
      ? [{ path: 'to', message: '不能早于开始日期' }]
      : []),
  ])
  await (isNew ? addUnit : changeUnit)(trx, campaign.id, unit)
  const change = { before, after: { ...unit, decider, document } }
  await log(trx, acting, isNew ? 'unit.entered' : 'unit.changed', unit.id, change)
  return unit
}

/** Takes a unit's list of contacts: of the unit as a proposal, of the office as in force. */
export async function putContacts(
  trx: Kysely<Database>,
  acting: Acting,
  unit: string,
  { contacts, reason, approvedBy }: z.infer<typeof newContactsSchema> & { readonly approvedBy: string | null },
): Promise<ContactList> {
  const { campaign, account, at } = acting
  await lockCampaign(trx, campaign.id)
  const lists = await contactLists(trx, campaign.id, unit)
  const list: ContactList = {
    unit,
    number: lists.length + 1,
    contacts,
    status: approvedBy === null ? 'proposed' : 'approved',
    proposedAt: at.toISOString(),
    decider: approvedBy,
    reason,
    decidedAt: approvedBy === null ? null : at.toISOString(),
  }
  await addContactList(trx, { ...list, campaign: campaign.id, account })
  const before = { contacts: named(inForce(lists, unit)) }
  const after = { list: list.number, status: list.status, contacts: named(contacts) }
  await log(trx, acting, 'contacts.entered', unit, { before, after, reason })
  return list
}

/** The office's word on what a unit proposed. */
export async function decideContacts(
  trx: Kysely<Database>,
  acting: Acting,
  { unit, number }: Pick<ContactList, 'unit' | 'number'>,
  { approved, decider, reason }: z.infer<typeof listDecisionSchema>,
): Promise<void> {
  const { campaign, at } = acting
  await lockCampaign(trx, campaign.id)
  const list = (await contactLists(trx, campaign.id, unit)).find((one) => one.number === number)
  if (list?.status !== 'proposed') throw new ProblemError({ type: 'not-found' })
  const status = approved ? 'approved' : 'refused'
  const decision = { status, decider, reason, decided_at: at.toISOString() } as const
  await decideContactList(trx, { campaign: campaign.id, unit, number }, decision)
  const change = { before: { list: number, status: 'proposed' }, after: { list: number, status, decider }, reason }
  await log(trx, acting, 'contacts.decided', unit, change)
}

/** Without phones: the log is read by more people than the register. */
const named = (contacts: readonly Contact[]) => contacts.map(({ phone: _, ...contact }) => contact)

export function refuse(issues: readonly { readonly path: string; readonly message: string }[]): void {
  if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
}

async function log(
  trx: Kysely<Database>,
  { campaign, actor, at }: Acting,
  action: Extract<AuditAction, `unit.${string}` | `contacts.${string}`>,
  unit: string,
  change: { readonly before?: unknown; readonly after: unknown; readonly reason?: string | null },
): Promise<void> {
  await appendAudit(trx, { campaign: campaign.id, actor, at, action, subject: `unit/${unit}`, ...change })
}
