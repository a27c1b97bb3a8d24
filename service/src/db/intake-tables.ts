import type { Frozen, Settable } from './columns.ts'

/** The tables of files that came from outside: handed in by mail, or annexes to be issued. */
export interface IntakeTables {
  intake_batch: IntakeBatchTable
  intake_entry: IntakeEntryTable
  template: TemplateTable
}

/** Files handed in together. Gone after `expires_at`; what was accepted of them stays as a report. */
interface IntakeBatchTable {
  id: Frozen<string>
  campaign: Frozen<string>
  account: Frozen<string>
  window: Frozen<string>
  received_at: Frozen<string>
  expires_at: Frozen<string>
}

interface IntakeEntryTable {
  batch: Frozen<string>
  seq: Frozen<number>
  name: Frozen<string>
  size: Frozen<number>
  sha256: Frozen<string>
  /** The file itself in Base64. */
  content: Frozen<string>
  /** What was found in it, as JSON; changes when the office says which unit it is of. */
  finding: string
  /** Number of the receipt once it was accepted. */
  receipt: Settable<string>
}

/** 附件: an annex of the office's own. With a version it is, or was, what is issued. */
interface TemplateTable {
  id: Frozen<string>
  campaign: Frozen<string>
  form: Frozen<string>
  account: Frozen<string>
  name: Frozen<string>
  sha256: Frozen<string>
  /** The file as it came, in Base64. */
  content: Frozen<string>
  /** Its sheets as they were read, as JSON. */
  annex: Frozen<string>
  /** Where its columns are, as JSON; may be put right until it is confirmed. */
  binding: string
  uploaded_at: Frozen<string>
  version: Settable<number>
  document: Settable<string>
  confirmed_at: Settable<string>
}
