import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import type { StoredEvidence } from './evidence-file.ts'
import { piecesOf } from './store.ts'

/**
 * The bytes of a file, once they were held against the hash that was taken when they came. They are read twice and never held as
 * a whole: many who look at large files over slow lines take no more memory than a few pieces each.
 */
export async function soundContent(
  db: Kysely<Database>,
  { id, size, sha256 }: StoredEvidence,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const hash = createHash('sha256')
  let length = 0
  for await (const piece of piecesOf(db, id)) {
    hash.update(piece)
    length += piece.length
  }
  if (length !== size || hash.digest('hex') !== sha256) {
    throw new ProblemError({ type: 'evidence-altered', evidence: id }, { cause: new Error(`evidence ${id}`) })
  }
  const pieces = piecesOf(db, id)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
  })
}
