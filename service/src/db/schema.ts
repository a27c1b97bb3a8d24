import type { Frozen } from './columns.ts'
import type { EvidenceTables } from './evidence-tables.ts'
import type { IntakeTables } from './intake-tables.ts'
import type { ProjectTables } from './project-tables.ts'
import type { RegisterTables } from './register-tables.ts'
import type { ReportTables } from './report-tables.ts'
import type { RunTables } from './run-tables.ts'

/** The tables as they lie in the database: text and integers, JSON as text, decimals as text, instants as ISO 8601 in UTC. */
export interface Database extends EvidenceTables, IntakeTables, ProjectTables, RegisterTables, ReportTables, RunTables {
  account: AccountTable
  session: SessionTable
  sign_in_failure: SignInFailureTable
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

/** Wrong passwords for one account from one address since an instant. The key is a fingerprint of both: people type passwords where the name belongs. */
interface SignInFailureTable {
  key: Frozen<string>
  count: number
  since: string
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
