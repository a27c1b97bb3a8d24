import type { ColumnType } from 'kysely'
import type { Frozen, Settable } from './columns.ts'

/** The register: campaigns and their packs, units and whom to ask there, targets on their way and issued. */
export interface RegisterTables {
  pack: PackTable
  campaign: CampaignTable
  unit: UnitTable
  unit_contacts: UnitContactsTable
  target_draft: TargetDraftTable
  target_issue: TargetIssueTable
  target: TargetTable
}

/** Every pack that was ever in force, so that each submission can be scored again as it was. */
interface PackTable {
  hash: Frozen<string>
  id: Frozen<string>
  version: Frozen<string>
  json: Frozen<string>
  created_at: Frozen<string>
}

interface CampaignTable {
  id: Frozen<string>
  title: Frozen<string>
  year: Frozen<number>
  /** Rises with every accepted submission; written first in its transaction, so that two never interleave. */
  submissions: number
}

interface UnitTable {
  campaign: Frozen<string>
  id: Frozen<string>
  name: string
  pool: string | null
  position: number
  kind: 'town' | 'department' | 'stationed' | 'other'
  /** First and last day of the unit, both included; null is unbounded. */
  from_day: string | null
  to_day: string | null
}

/** Append-only but for the decision, made once: whom to ask in a unit, as a whole list (JSON); the highest approved number counts. */
export interface UnitContactsTable {
  campaign: Frozen<string>
  unit: Frozen<string>
  number: Frozen<number>
  contacts: Frozen<string>
  status: 'proposed' | 'approved' | 'refused'
  account: Frozen<string>
  proposed_at: Frozen<string>
  decider: Settable
  reason: Settable
  decided_at: Settable
}

/** Targets on their way: draft → approved → issued, or withdrawn. What was drafted never changes. */
export interface TargetDraftTable {
  number: Frozen<string>
  campaign: Frozen<string>
  title: Frozen<string>
  source: Frozen<string>
  sample: Frozen<number>
  /** JSON: by unit, then by key. */
  targets: Frozen<string>
  status: 'draft' | 'approved' | 'issued' | 'withdrawn'
  drafted_by: Frozen<string>
  drafted_at: Frozen<string>
  decider: Settable
  minutes: Settable
  approved_on: Settable
  approved_by: Settable
  approver_role: Settable
  issue: ColumnType<number | null, number | null | undefined, number | null>
}

/** 下达: targets are issued as a whole; of those in force on a day the highest number counts. */
export interface TargetIssueTable {
  campaign: Frozen<string>
  number: Frozen<number>
  document: Frozen<string>
  /** 1 for 示例. */
  sample: Frozen<number>
  issued_at: Frozen<string>
  /** First day on which it counts, `2019-03-04`. */
  effective_from: Frozen<string>
  /** The draft it was, and how that was approved; null of what a campaign starts with. */
  draft: Frozen<string | null>
  decider: Frozen<string | null>
  minutes: Frozen<string | null>
  approved_on: Frozen<string | null>
  note: Frozen<string | null>
}

interface TargetTable {
  campaign: Frozen<string>
  issue: Frozen<number>
  unit: Frozen<string>
  key: Frozen<string>
  value: Frozen<string>
}
