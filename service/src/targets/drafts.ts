import { fingerprint, type Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Role } from '../access/rules.ts'
import { appendAudit } from '../audit/append.ts'
import { chinaDay } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf, type Campaign } from '../register/store.ts'
import { lockCampaign } from '../reports/store.ts'
import {
  addDraft,
  addIssue,
  approveDraft as storeApproval,
  closeDraft,
  draftsOf,
  issuesOf,
  type TargetDraft,
  type TargetIssue,
} from './store.ts'
import { targetFaults } from './target-faults.ts'

const sentence = z.string().trim().min(1).max(500)
/** What a draft is made of. Figures are plain decimal text in the unit of their key; a key that is absent is no task. */
export const draftSchema = z.strictObject({
  title: sentence,
  /** 示例, and no decision of the district. */
  sample: z.boolean().default(false),
  targets: z.record(z.string().max(64), z.record(z.string().max(64), z.string().max(64))),
})
export const approvalSchema = z.strictObject({ decider: sentence, minutes: sentence, date: z.iso.date() })
export const issueSchema = z.strictObject({
  document: sentence,
  effectiveFrom: z.iso.date(),
  note: sentence.nullable().default(null),
})

/** Who acts, where and when: inside the caller's transaction. */
export interface Acting {
  readonly campaign: Campaign
  readonly pack: Pack
  readonly actor: string
  readonly role: Role
  readonly at: Date
}
export type NewDraft = z.infer<typeof draftSchema> & {
  /** Where the figures were taken from, for people: `录入`, or the name and fingerprint of an annex. */
  readonly source: string
}

/** Keeps a checked set of targets as a draft. It is in force for nobody until it was approved and issued. */
export async function draftTargets(trx: Kysely<Database>, acting: Acting, given: NewDraft): Promise<TargetDraft> {
  const { campaign, pack, actor, at } = acting
  await lockCampaign(trx, campaign.id)
  refuse(targetFaults(pack, await unitsOf(trx, campaign.id), given.targets))
  const count = (await draftsOf(trx, campaign.id)).length + 1
  const draft: TargetDraft = {
    number: `${campaign.year}-D${String(count).padStart(2, '0')}`,
    ...given,
    status: 'draft',
    draftedBy: actor,
    draftedAt: at.toISOString(),
    approval: null,
    issue: null,
  }
  await addDraft(trx, campaign.id, draft)
  const { title, source, sample, targets } = draft
  const content = fingerprint(targets)
  await log(trx, acting, 'targets.drafted', draft, { after: { title, source, sample, content } })
  return draft
}

/** 审议: enters the decision of the leading group about a draft. */
export async function approveDraft(
  trx: Kysely<Database>,
  acting: Acting,
  number: string,
  approval: z.infer<typeof approvalSchema>,
): Promise<void> {
  const draft = await inStatus(trx, acting, number, 'draft')
  if (approval.date > chinaDay(acting.at)) refuse([{ path: 'date', message: '审议日期不能晚于今天' }])
  const { actor: by, role } = acting
  await storeApproval(trx, number, { ...approval, by, role })
  const after = { status: 'approved', ...approval, role }
  await log(trx, acting, 'targets.approved', draft, { before: { status: 'draft' }, after })
}

/** 下达: puts an approved draft in force from a day on, by a document. Issues before it stay as they are. */
export async function issueDraft(
  trx: Kysely<Database>,
  acting: Acting,
  number: string,
  { document, effectiveFrom, note }: z.infer<typeof issueSchema>,
): Promise<TargetIssue> {
  const { campaign, pack, at } = acting
  const draft = await inStatus(trx, acting, number, 'approved')
  const { approval, targets, sample } = draft
  // A unit may have ended, or the pack may have moved on, since the draft was made.
  const inForce = await unitsOf(trx, campaign.id, effectiveFrom)
  refuse([
    ...(effectiveFrom.startsWith(`${campaign.year}-`)
      ? []
      : [{ path: 'effectiveFrom', message: `须为 ${campaign.year} 年内的日期` }]),
    ...targetFaults(pack, inForce, targets),
  ])
  const issue: TargetIssue = {
    number: ((await issuesOf(trx, campaign.id)).at(-1)?.number ?? 0) + 1,
    document,
    sample,
    issuedAt: at.toISOString(),
    effectiveFrom,
    draft: number,
    decider: approval?.decider ?? null,
    minutes: approval?.minutes ?? null,
    approvedOn: approval?.date ?? null,
    note,
  }
  await addIssue(trx, campaign.id, issue, targets)
  await closeDraft(trx, number, { status: 'issued', issue: issue.number })
  const content = fingerprint(targets)
  const after = { status: 'issued', issue: issue.number, document, effectiveFrom, content }
  await log(trx, acting, 'targets.issued', draft, { before: { status: 'approved' }, after, reason: note })
  return issue
}

/** Takes a draft back that was not issued. */
export async function withdrawDraft(
  trx: Kysely<Database>,
  acting: Acting,
  number: string,
  reason: string,
): Promise<void> {
  const draft = await inStatus(trx, acting, number, 'draft', 'approved')
  await closeDraft(trx, number, { status: 'withdrawn' })
  const change = { before: { status: draft.status }, after: { status: 'withdrawn' }, reason }
  await log(trx, acting, 'targets.withdrawn', draft, change)
}

async function inStatus(
  trx: Kysely<Database>,
  { campaign }: Acting,
  number: string,
  ...allowed: readonly TargetDraft['status'][]
): Promise<TargetDraft> {
  await lockCampaign(trx, campaign.id)
  const draft = (await draftsOf(trx, campaign.id)).find((one) => one.number === number)
  if (!draft) throw new ProblemError({ type: 'not-found' })
  if (!allowed.includes(draft.status))
    throw new ProblemError({ type: 'draft-state', draft: number, status: draft.status })
  return draft
}

function refuse(issues: readonly { readonly path: string; readonly message: string }[]): void {
  if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
}

async function log(
  trx: Kysely<Database>,
  { campaign, actor, at }: Acting,
  action: 'targets.drafted' | 'targets.approved' | 'targets.issued' | 'targets.withdrawn',
  { number }: TargetDraft,
  change: { readonly before?: unknown; readonly after: unknown; readonly reason?: string | null },
): Promise<void> {
  await appendAudit(trx, { campaign: campaign.id, actor, at, action, subject: `targets/${number}`, ...change })
}
