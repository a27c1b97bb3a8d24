import type { Generated } from 'kysely'
import type { Frozen, Settable } from './columns.ts'

/** Frozen runs, their rankings and awards, and the findings that bear on them. */
export interface RunTables {
  run: RunTable
  run_row: RunRowTable
  run_award: RunAwardTable
  finding: FindingTable
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
