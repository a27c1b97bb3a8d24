import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { mediaTypeSchema } from './media-type.ts'

/** 佐证材料: a file that a unit lays beside one figure or row. It is never changed; withdrawn it stays, with the reason. */
export const evidenceFileSchema = z
  .strictObject({
    id: z.string(),
    form: z.string(),
    /** Column of the matrix, or 项目编号. */
    item: z.string(),
    name: z.string(),
    mediaType: mediaTypeSchema,
    /** In bytes. */
    size: z.int(),
    sha256: z.string(),
    /** What the account was called then. */
    addedBy: z.string(),
    addedAt: z.string(),
    withdrawn: z.strictObject({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'EvidenceFile' })
export type EvidenceFile = Described<typeof evidenceFileSchema>

/** Where a file belongs: to one item of one unit's form. */
export interface EvidencePlace {
  readonly unit: string
  readonly form: string
  readonly item: string
  /** Of a row; null for a figure of the matrix. */
  readonly ledger: string | null
}

/** A file as it is kept, with where it belongs; its bytes are read apart. */
export interface StoredEvidence extends EvidenceFile, EvidencePlace {}

export function shownEvidence({ unit: _, ledger: _ledger, ...shown }: StoredEvidence): EvidenceFile {
  return shown
}
