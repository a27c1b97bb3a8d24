import type { Targets } from '@kaohe/shared-rules'
import type { Kysely, Selectable } from 'kysely'
import type { Role } from '../access/rules.ts'
import type { TargetDraftTable, TargetIssueTable } from '../db/register-tables.ts'
import type { Database } from '../db/schema.ts'

export type TargetsByUnit = Readonly<Record<string, Targets>>

/** 审议: who decided it, by which minutes, on which day, and whose account entered that. */
export interface Approval {
  readonly decider: string
  readonly minutes: string
  readonly date: string
  readonly by: string
  /** `leader`: approved by the leading group's own account; `office`: entered by the office from the minutes. */
  readonly role: Role
}

/** Targets on their way into force. What was drafted never changes; a better draft is another one. */
export interface TargetDraft {
  /** `2019-D01`. */
  readonly number: string
  readonly title: string
  /** Where it came from: typed in, or a registered annex. */
  readonly source: string
  readonly sample: boolean
  readonly targets: TargetsByUnit
  readonly status: 'draft' | 'approved' | 'issued' | 'withdrawn'
  readonly draftedBy: string
  readonly draftedAt: string
  readonly approval: Approval | null
  /** Number of the issue it became. */
  readonly issue: number | null
}

/** 下达: a set of targets in force from a day on, by a document. */
export interface TargetIssue {
  readonly number: number
  readonly document: string
  readonly sample: boolean
  readonly issuedAt: string
  /** First day on which it counts; not the day of issue (三(一): decided in February, issued in March). */
  readonly effectiveFrom: string
  readonly draft: string | null
  readonly decider: string | null
  readonly minutes: string | null
  readonly approvedOn: string | null
  readonly note: string | null
}

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
