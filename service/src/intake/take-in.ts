import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import { ProblemError } from '../problem.ts'
import { unitsOf } from '../register/store.ts'
import { formsInForce } from '../templates/in-force.ts'
import type { UploadedFile } from '../uploads.ts'
import type { IntakeDeps, Intaker } from './deps.ts'
import { findingOf } from './finding.ts'
import { addBatch, dropExpired, storedBytes, type Batch, type NewEntry } from './store.ts'

const DAY = 86_400_000
/** How long files wait for somebody to accept them. */
const kept = 7 * DAY
/** What one account may have waiting. */
const mostBytes = 200 * 1024 * 1024

/** Reads files and keeps them with what was found, for a while. Nothing is reported by this. */
export async function takeIn(
  { db, campaign, pack, clock, reader }: IntakeDeps,
  { account, own }: Intaker,
  window: string,
  files: readonly UploadedFile[],
): Promise<Batch> {
  const now = clock.now()
  const owner = { campaign: campaign.id, account }
  const weight = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if ((await storedBytes(db, owner, now)) + weight > mostBytes)
    throw new ProblemError({ type: 'too-large', limit: mostBytes })
  const forms = await formsInForce(db, campaign.id, pack)
  const units = await unitsOf(db, campaign.id)
  const entries = await Promise.all(
    files.map(async ({ name, bytes }, index): Promise<NewEntry> => {
      const found = await reader.find(bytes, forms, units, { fileName: name, own, chosen: null })
      return {
        seq: index + 1,
        name,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        finding: findingOf(found),
        content: bytes,
      }
    }),
  )
  const batch = {
    id: ulid(now.getTime()),
    window,
    receivedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + kept).toISOString(),
  }
  await db.transaction().execute(async (trx) => {
    await dropExpired(trx, campaign.id, now)
    await addBatch(trx, owner, batch, entries)
  })
  return batch
}
