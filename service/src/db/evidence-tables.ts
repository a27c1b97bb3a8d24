import type { Generated } from 'kysely'
import type { Frozen, Settable } from './columns.ts'

/** 佐证材料: files that units lay beside their figures. */
export interface EvidenceTables {
  evidence_file: EvidenceFileTable
  evidence_piece: EvidencePieceTable
}

/** Never changed or removed; withdrawn it stays, with the reason. */
export interface EvidenceFileTable {
  /** Order in which they came. */
  seq: Generated<number>
  id: Frozen<string>
  campaign: Frozen<string>
  unit: Frozen<string>
  form: Frozen<string>
  /** Of a row; null for a figure of the matrix. */
  ledger: Frozen<string | null>
  /** Column of the matrix, or 项目编号. */
  item: Frozen<string>
  name: Frozen<string>
  /** By what the bytes are, whatever the name says. */
  media_type: Frozen<string>
  size: Frozen<number>
  sha256: Frozen<string>
  account: Frozen<string>
  /** What the account was called then. */
  added_by: Frozen<string>
  added_at: Frozen<string>
  withdrawn_by: Settable
  withdrawn_at: Settable
  withdrawal_reason: Settable
}

interface EvidencePieceTable {
  file: Frozen<string>
  seq: Frozen<number>
  bytes: Frozen<Uint8Array>
}
