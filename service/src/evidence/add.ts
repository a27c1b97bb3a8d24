import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ulid } from 'ulid'
import { appendAudit } from '../audit/append.ts'
import type { Clock } from '../clock.ts'
import { isUniqueViolation, writeFault } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import type { Campaign } from '../register/store.ts'
import { lockCampaign } from '../reports/store.ts'
import type { UploadedFile } from '../uploads.ts'
import { mebibyte, type EvidenceCaps } from './caps.ts'
import type { EvidencePlace, StoredEvidence } from './evidence-file.ts'
import { kindOf, nameFor, refusalText } from './media-type.ts'
import { addEvidence, fillOf, findEvidence, standingEvidence, withdrawEvidence } from './store.ts'

export interface EvidenceDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly clock: Clock
  readonly evidenceCaps: EvidenceCaps
  readonly minFreeBytes: number
}

/** A clerk, as the log and the others are told. */
export interface Adder {
  readonly account: string
  readonly username: string
  readonly name: string
  readonly unit: string
}

/** Keeps a file for an item. The same bytes that stand for it already are that one: a retry after a cut doubles nothing. */
export async function add(
  { db, campaign, clock, evidenceCaps: caps, minFreeBytes }: EvidenceDeps,
  by: Adder,
  place: EvidencePlace,
  { name, bytes }: UploadedFile,
): Promise<{ readonly evidence: StoredEvidence; readonly isNew: boolean }> {
  if (bytes.length > caps.fileBytes) throw new ProblemError({ type: 'too-large', limit: caps.fileBytes })
  const kind = kindOf(bytes)
  if ('refused' in kind) {
    throw new ProblemError({ type: 'evidence-refused', reason: kind.refused, detail: refusalText(kind.refused) })
  }
  // The last room on the disk is for reports.
  if ((await writeFault(db, minFreeBytes)) !== null) throw new ProblemError({ type: 'unavailable', retryAfter: 60 })
  const now = clock.now()
  const evidence: StoredEvidence = {
    ...place,
    id: ulid(now.getTime()),
    name: nameFor(kind.mediaType, name),
    mediaType: kind.mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedBy: by.name,
    addedAt: now.toISOString(),
    withdrawn: null,
  }
  const { withdrawn: _, ...fresh } = evidence
  try {
    await db.transaction().execute(async (trx) => {
      // Before the campaign's lock: while megabytes are written, the others' reports do not wait for it.
      await addEvidence(trx, { ...fresh, campaign: campaign.id, account: by.account }, bytes)
      await lockCampaign(trx, campaign.id)
      await keepWithin(trx, campaign.id, place, caps)
      await appendAudit(trx, {
        campaign: campaign.id,
        actor: by.username,
        at: now,
        action: 'evidence.added',
        subject: `evidence/${evidence.id}`,
        after: loggedOf(evidence),
      })
    })
    return { evidence, isNew: true }
  } catch (error) {
    const there = isUniqueViolation(error) ? await standingEvidence(db, campaign.id, place, evidence.sha256) : undefined
    if (!there) throw error
    return { evidence: there, isNew: false }
  }
}

async function keepWithin(
  trx: Kysely<Database>,
  campaign: string,
  place: EvidencePlace,
  { itemFiles, unitBytes }: EvidenceCaps,
): Promise<void> {
  const { files, bytes } = await fillOf(trx, campaign, place)
  if (files > itemFiles) {
    const detail = `每一项最多 ${itemFiles} 份，请把几页合成一个 PDF，或先撤回不用的`
    throw new ProblemError({ type: 'evidence-full', cap: 'item', limit: itemFiles, detail })
  }
  if (bytes > unitBytes) {
    const detail = `本单位的佐证材料已近 ${Math.floor(unitBytes / mebibyte)} MB（含已撤回的），请压缩后再添加，或请办公室放宽`
    throw new ProblemError({ type: 'evidence-full', cap: 'unit', limit: unitBytes, detail })
  }
}

/** Marks a file of the clerk's own unit as withdrawn; one that is already stays as it is. */
export async function withdraw(
  { db, campaign, clock }: EvidenceDeps,
  by: Adder,
  id: string,
  reason: string,
): Promise<StoredEvidence> {
  const now = clock.now()
  return db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const known = await findEvidence(trx, campaign.id, id)
    if (known?.unit !== by.unit) throw new ProblemError({ type: 'not-found' })
    if (known.withdrawn !== null) return known
    const withdrawn = { at: now.toISOString(), by: by.name, reason }
    await withdrawEvidence(trx, id, withdrawn)
    await appendAudit(trx, {
      campaign: campaign.id,
      actor: by.username,
      at: now,
      action: 'evidence.withdrawn',
      subject: `evidence/${id}`,
      before: loggedOf(known),
      reason,
    })
    return { ...known, withdrawn }
  })
}

const loggedOf = ({ unit, form, item, name, size, sha256 }: StoredEvidence) => ({
  unit,
  form,
  item,
  name,
  size,
  sha256,
})
