import type { ColumnType, Generated } from 'kysely'
import type { IntakeTables } from './intake-tables.ts'
import type { ProjectTables } from './project-tables.ts'

type Frozen<T> = ColumnType<T, T, never>
/** Empty at first, entered later. */
type Settable = ColumnType<string | null, string | null | undefined, string | null>

/** The tables as they lie in the database: text and integers, JSON as text, decimals as text, instants as ISO 8601 in UTC. */
export interface Database extends IntakeTables, ProjectTables {
  account: AccountTable
  session: SessionTable
  pack: PackTable
  campaign: CampaignTable
  sign_in_failure: SignInFailureTable
  unit: UnitTable
  unit_contacts: UnitContactsTable
  target_draft: TargetDraftTable
  target_issue: TargetIssueTable
  target: TargetTable
  submission: SubmissionTable
  ledger_number: LedgerNumberTable
  parity_mismatch: ParityMismatchTable
  verification_decision: VerificationDecisionTable
  window_lock: WindowLockTable
  window_reopening: WindowReopeningTable
  run: RunTable
  run_row: RunRowTable
  run_award: RunAwardTable
  finding: FindingTable
  audit_chain: AuditChainTable
  audit_entry: AuditEntryTable
}

/** Written by the account library only. */
interface AccountTable {
  id: Frozen<string>
  name: Frozen<string>
  username: Frozen<string>
  role: Frozen<'clerk' | 'verifier' | 'office' | 'leader'>
  unit: Frozen<string | null>
  /** `initial`: to be changed at the first sign-in. */
  password_kind: Frozen<'initial' | 'own'>
  disabled_at: Frozen<string | null>
  created_at: Frozen<string>
}

/** Written by the account library only. */
interface SessionTable {
  id: Frozen<string>
  account_id: Frozen<string>
  token: Frozen<string>
  expires_at: string
  created_at: string
  updated_at: string
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

/** Wrong passwords for one account from one address since an instant. The key is a fingerprint of both: people type passwords where the name belongs. */
interface SignInFailureTable {
  key: Frozen<string>
  count: number
  since: string
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

/** Append-only: a report as it was submitted, and the receipt that was given for it. */
export interface SubmissionTable {
  /** Order of acceptance. */
  seq: Generated<number>
  number: Frozen<string>
  campaign: Frozen<string>
  account: Frozen<string>
  idempotency_key: Frozen<string>
  body_hash: Frozen<string>
  unit: Frozen<string>
  form: Frozen<string>
  window: Frozen<string>
  /** Last day of the window, by which windows are compared. */
  window_end: Frozen<string>
  received_at: Frozen<string>
  timeliness: Frozen<'on-time' | 'late'>
  pack: Frozen<string>
  template: Frozen<number>
  record: Frozen<string>
  reasons: Frozen<string>
  facts: Frozen<string>
  result: Frozen<string>
  inputs_fingerprint: Frozen<string>
  result_fingerprint: Frozen<string>
  receipt: Frozen<string>
  /** 1: the unit states that there is nothing to report (零报告); null in all other reports. */
  nil: Frozen<number | null>
}

/** 项目编号: issued once for a ledger row, kept for good. */
interface LedgerNumberTable {
  campaign: Frozen<string>
  number: Frozen<string>
  unit: Frozen<string>
  ledger: Frozen<string>
  counter: Frozen<number>
  /** JSON list of the values of the ledger's identity columns, as first reported. */
  identity: Frozen<string>
  submission: Frozen<string>
}

/** A preview that the service could not reproduce: what is needed to find out why. */
interface ParityMismatchTable {
  seq: Generated<number>
  account: Frozen<string>
  unit: Frozen<string>
  form: Frozen<string>
  window: Frozen<string>
  pack: Frozen<string>
  received_at: Frozen<string>
  request_id: Frozen<string>
  preview: Frozen<string>
  computed: Frozen<string>
  record: Frozen<string>
  facts: Frozen<string>
}

/** How far a campaign's log has come. Its row is written first by every append, so that no two interleave. */
interface AuditChainTable {
  campaign: Frozen<string>
  length: number
  head: string
}

/** Append-only: who, when, old → new, why. `hash` is over all other columns, `previous` the hash of the line before. */
interface AuditEntryTable {
  campaign: Frozen<string>
  seq: Frozen<number>
  at: Frozen<string>
  actor: Frozen<string>
  action: Frozen<string>
  subject: Frozen<string>
  before: Frozen<string | null>
  after: Frozen<string | null>
  reason: Frozen<string | null>
  previous: Frozen<string>
  hash: Frozen<string>
}

/** Append-only: 认可 · 核减 · 退回 of one figure or row by one bureau, and figures a bureau supplied itself. The latest for equal content counts. */
export interface VerificationDecisionTable {
  seq: Generated<number>
  campaign: Frozen<string>
  /** Id of the bureau's unit, or `office`. */
  bureau: Frozen<string>
  unit: Frozen<string>
  form: Frozen<string>
  item: Frozen<string>
  content: Frozen<string>
  verdict: Frozen<'approve' | 'adjust' | 'return' | 'supply'>
  report: Frozen<string | null>
  window: Frozen<string>
  window_end: Frozen<string>
  adjustment: Frozen<string | null>
  reason: Frozen<string | null>
  account: Frozen<string>
  decided_by: Frozen<string>
  decided_at: Frozen<string>
}

/** Append-only: the office locks a window, or lets it go; the latest counts. */
interface WindowLockTable {
  seq: Generated<number>
  campaign: Frozen<string>
  window: Frozen<string>
  locked: Frozen<number>
  decider: Frozen<string>
  reason: Frozen<string>
  account: Frozen<string>
  decided_at: Frozen<string>
}

/** Append-only: units and forms (JSON lists) a closed window is open to until `expires_at`. */
interface WindowReopeningTable {
  seq: Generated<number>
  campaign: Frozen<string>
  window: Frozen<string>
  units: Frozen<string>
  forms: Frozen<string>
  decider: Frozen<string>
  reason: Frozen<string>
  expires_at: Frozen<string>
  account: Frozen<string>
  decided_at: Frozen<string>
}

/** A frozen run. Only its status and the signature change, each once. */
export interface RunTable {
  number: Frozen<string>
  campaign: Frozen<string>
  window: Frozen<string>
  title: Frozen<string>
  pack: Frozen<string>
  engine: Frozen<string>
  inputs: Frozen<string>
  result: Frozen<string>
  hash: Frozen<string>
  drafted_by: Frozen<string>
  drafted_at: Frozen<string>
  status: 'draft' | 'signed' | 'published'
  decider: Settable
  document: Settable
  seal: Settable
  signed_at: Settable
  /** Role of the account that signed: the leading group's own, or the office's, which recorded it by its document. */
  signer_role: Settable
  published_at: Settable
}

/** Append-only: one unit's place in a run, kept beside it so that a page can be read without the rest. JSON texts. */
export interface RunRowTable {
  run: Frozen<string>
  pool: Frozen<string>
  /** From 1, in the order of the ranking. */
  position: Frozen<number>
  unit: Frozen<string>
  /** What everybody sees of it. */
  shown: Frozen<string>
  /** Figures, indicator by indicator: for the unit itself and the office. */
  figures: Frozen<string>
}

/** Append-only: how many win an award of a run, and who of those tied at the line; the latest counts. */
interface RunAwardTable {
  seq: Generated<number>
  run: Frozen<string>
  award: Frozen<string>
  count: Frozen<number>
  chosen: Frozen<string>
  decider: Frozen<string>
  reason: Frozen<string>
  account: Frozen<string>
  decided_at: Frozen<string>
}

/** A finding against a unit; the unit's reply and the lifting are entered once each, and logged. */
export interface FindingTable {
  number: Frozen<string>
  campaign: Frozen<string>
  unit: Frozen<string>
  veto: Frozen<string>
  evidence: Frozen<string>
  document: Frozen<string>
  decider: Frozen<string>
  account: Frozen<string>
  recorded_at: Frozen<string>
  reply: Settable
  replied_at: Settable
  lifted_reason: Settable
  lifted_at: Settable
}
