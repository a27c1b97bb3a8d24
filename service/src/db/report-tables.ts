import type { Generated } from 'kysely'
import type { Frozen } from './columns.ts'

/** Reports, what became of them at the bureaus, and when they may come. */
export interface ReportTables {
  submission: SubmissionTable
  ledger_number: LedgerNumberTable
  parity_mismatch: ParityMismatchTable
  verification_decision: VerificationDecisionTable
  window_lock: WindowLockTable
  window_reopening: WindowReopeningTable
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
  /** When the clerk's machine says it was saved there; null where it did not say. Lateness goes by `received_at` alone. */
  saved_at: Frozen<string | null>
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
