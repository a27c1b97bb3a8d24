import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { roleSchema } from '../access/rules.ts'
import type { Described } from '../contract/described.ts'
import { targetsSchema } from '../contract/shapes/forms.ts'
import type { TargetDraftTable, TargetIssueTable } from '../db/register-tables.ts'
import type { Database } from '../db/schema.ts'

export const targetsByUnitSchema = z.record(z.string(), targetsSchema)
export type TargetsByUnit = Described<typeof targetsByUnitSchema>

/** 审议: who decided it, by which minutes, on which day, and whose account entered that. */
export const approvalSchema = z.strictObject({
  decider: z.string(),
  minutes: z.string(),
  date: z.string(),
  by: z.string(),
  /** `leader`: approved by the leading group's own account; `office`: entered by the office from the minutes. */
  role: roleSchema,
})
export type Approval = Described<typeof approvalSchema>

/** Targets on their way into force. What was drafted never changes; a better draft is another one. */
export const targetDraftSchema = z
  .strictObject({
    /** `2019-D01`. */
    number: z.string(),
    title: z.string(),
    /** Where it came from: typed in, or a registered annex. */
    source: z.string(),
    sample: z.boolean(),
    targets: targetsByUnitSchema,
    status: z.enum(['draft', 'approved', 'issued', 'withdrawn']),
    draftedBy: z.string(),
    draftedAt: z.string(),
    approval: approvalSchema.nullable(),
    /** Number of the issue it became. */
    issue: z.int().nullable(),
  })
  .meta({ id: 'TargetDraft' })
export type TargetDraft = Described<typeof targetDraftSchema>

/** 下达: a set of targets in force from a day on, by a document. */
export const targetIssueSchema = z
  .strictObject({
    number: z.int(),
    document: z.string(),
    sample: z.boolean(),
    issuedAt: z.string(),
    /** First day on which it counts; not the day of issue (三(一): decided in February, issued in March). */
    effectiveFrom: z.string(),
    draft: z.string().nullable(),
    decider: z.string().nullable(),
    minutes: z.string().nullable(),
    approvedOn: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'TargetIssue' })
export type TargetIssue = Described<typeof targetIssueSchema>

export async function draftsOf(db: Kysely<Database>, campaign: string): Promise<readonly TargetDraft[]> {
  const rows = await db
    .selectFrom('target_draft')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute()
  return rows.map(toDraft)
}

export async function addDraft(db: Kysely<Database>, campaign: string, draft: TargetDraft): Promise<void> {
  await db
    .insertInto('target_draft')
    .values({
      number: draft.number,
      campaign,
      title: draft.title,
      source: draft.source,
      sample: draft.sample ? 1 : 0,
      targets: JSON.stringify(draft.targets),
      status: draft.status,
      drafted_by: draft.draftedBy,
      drafted_at: draft.draftedAt,
    })
    .execute()
}

export async function approveDraft(db: Kysely<Database>, number: string, approval: Approval): Promise<void> {
  const { decider, minutes, date, by, role } = approval
  await db
    .updateTable('target_draft')
    .set({ status: 'approved', decider, minutes, approved_on: date, approved_by: by, approver_role: role })
    .where('number', '=', number)
    .execute()
}

export async function closeDraft(
  db: Kysely<Database>,
  number: string,
  closed: { readonly status: 'withdrawn' } | { readonly status: 'issued'; readonly issue: number },
): Promise<void> {
  await db.updateTable('target_draft').set(closed).where('number', '=', number).execute()
}

export async function issuesOf(db: Kysely<Database>, campaign: string): Promise<readonly TargetIssue[]> {
  const rows = await db
    .selectFrom('target_issue')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute()
  return rows.map(toIssue)
}

/** Stores an issue with its targets. Nothing of it is ever changed. */
export async function addIssue(
  db: Kysely<Database>,
  campaign: string,
  issue: TargetIssue,
  targets: TargetsByUnit,
): Promise<void> {
  await db
    .insertInto('target_issue')
    .values({
      campaign,
      number: issue.number,
      document: issue.document,
      sample: issue.sample ? 1 : 0,
      issued_at: issue.issuedAt,
      effective_from: issue.effectiveFrom,
      draft: issue.draft,
      decider: issue.decider,
      minutes: issue.minutes,
      approved_on: issue.approvedOn,
      note: issue.note,
    })
    .execute()
  const rows = Object.entries(targets).flatMap(([unit, own]) =>
    Object.entries(own).map(([key, value]) => ({ campaign, issue: issue.number, unit, key, value })),
  )
  // In parts: a database takes only so many values at once.
  for (let at = 0; at < rows.length; at += 500) {
    await db
      .insertInto('target')
      .values(rows.slice(at, at + 500))
      .execute()
  }
}

function toDraft(row: Selectable<TargetDraftTable>): TargetDraft {
  const { number, title, source, status, issue, decider, minutes, approved_on, approved_by, approver_role } = row
  const approval =
    decider === null
      ? null
      : {
          decider,
          minutes: minutes ?? '',
          date: approved_on ?? '',
          by: approved_by ?? '',
          role: approver_role === 'leader' ? ('leader' as const) : ('office' as const),
        }
  return {
    number,
    title,
    source,
    sample: row.sample === 1,
    targets: JSON.parse(row.targets) as TargetsByUnit,
    status,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    approval,
    issue,
  }
}

function toIssue(row: Selectable<TargetIssueTable>): TargetIssue {
  const { number, document, draft, decider, minutes, note } = row
  return {
    number,
    document,
    sample: row.sample === 1,
    issuedAt: row.issued_at,
    effectiveFrom: row.effective_from,
    draft,
    decider,
    minutes,
    approvedOn: row.approved_on,
    note,
  }
}
