import type { Generated } from 'kysely'
import type { Frozen, Settable } from './columns.ts'

/** Tables of the project library, of the bureaus' figures and judges, and of rectification. */
export interface ProjectTables {
  project_decision: ProjectDecisionTable
  registration_entry: RegistrationEntryTable
  registration_match: RegistrationMatchTable
  objection: ObjectionTable
  judging_panel: JudgingPanelTable
  judge_score: JudgeScoreTable
  rectification: RectificationTable
  rectification_filing: RectificationFilingTable
}

/** Append-only: a project taken into the library, turned down, or removed from it; the latest of each kind counts. */
export interface ProjectDecisionTable {
  seq: Generated<number>
  campaign: Frozen<string>
  /** 项目编号. */
  project: Frozen<string>
  unit: Frozen<string>
  kind: Frozen<'admitted' | 'declined' | 'removed'>
  /** JSON of the row as verified, when the project is removed: it goes on counting. */
  cells: Frozen<string | null>
  /** Then, too: last day of the window it was last reported for. */
  window_end: Frozen<string | null>
  decider: Frozen<string>
  reason: Frozen<string>
  account: Frozen<string>
  decided_by: Frozen<string>
  decided_at: Frozen<string>
}

/** Append-only: a line of the list of the statistics (入统名录); the latest for a code counts. */
export interface RegistrationEntryTable {
  seq: Generated<number>
  campaign: Frozen<string>
  code: Frozen<string>
  name: Frozen<string>
  registered_on: Frozen<string>
  /** 1: the line was withdrawn. */
  withdrawn: Frozen<number>
  reason: Frozen<string | null>
  account: Frozen<string>
  entered_by: Frozen<string>
  entered_at: Frozen<string>
}

/** Append-only: is this line of the list that project? The latest word on a pair counts. */
export interface RegistrationMatchTable {
  seq: Generated<number>
  campaign: Frozen<string>
  code: Frozen<string>
  project: Frozen<string>
  same: Frozen<number>
  reason: Frozen<string | null>
  account: Frozen<string>
  decided_by: Frozen<string>
  decided_at: Frozen<string>
}

/** 异议 of a unit to a figure that a bureau gave; the answer is entered once, and logged. */
export interface ObjectionTable {
  number: Frozen<string>
  campaign: Frozen<string>
  unit: Frozen<string>
  indicator: Frozen<string>
  window: Frozen<string>
  /** The figure objected to. */
  value: Frozen<string>
  statement: Frozen<string>
  account: Frozen<string>
  raised_by: Frozen<string>
  raised_at: Frozen<string>
  outcome: Settable
  answer: Settable
  answered_by: Settable
  answered_at: Settable
}

/** A panel of named judges over the candidates of one award; closed once, with the scores it came to. */
export interface JudgingPanelTable {
  number: Frozen<string>
  campaign: Frozen<string>
  award: Frozen<string>
  /** JSON: the rubric of the pack as it was, ids of units, user names of judges. */
  rubric: Frozen<string>
  candidates: Frozen<string>
  judges: Frozen<string>
  decider: Frozen<string>
  reason: Frozen<string>
  account: Frozen<string>
  opened_by: Frozen<string>
  opened_at: Frozen<string>
  closed_by: Settable
  closed_at: Settable
  /** JSON: the score of each candidate, decimal text. */
  scores: Settable
}

/** Append-only: what a judge gives one candidate for each criterion; the latest counts while the panel is open. */
export interface JudgeScoreTable {
  seq: Generated<number>
  panel: Frozen<string>
  judge: Frozen<string>
  unit: Frozen<string>
  points: Frozen<string>
  note: Frozen<string | null>
  account: Frozen<string>
  given_at: Frozen<string>
}

/** 整改: a task that a published run found missed, as it was found. */
export interface RectificationTable {
  number: Frozen<string>
  campaign: Frozen<string>
  run: Frozen<string>
  window: Frozen<string>
  unit: Frozen<string>
  indicator: Frozen<string>
  target: Frozen<string>
  due: Frozen<string>
  actual: Frozen<string>
  gap: Frozen<string>
  file_by: Frozen<string>
  created_at: Frozen<string>
}

/** Append-only: what the unit states about a missed task; the latest counts. */
export interface RectificationFilingTable {
  seq: Generated<number>
  rectification: Frozen<string>
  cause: Frozen<string>
  measures: Frozen<string>
  complete_by: Frozen<string>
  statement: Frozen<string>
  signatory: Frozen<string>
  account: Frozen<string>
  filed_by: Frozen<string>
  filed_at: Frozen<string>
}
