import type { Form, Recognition, Unit } from '@kaohe/shared-rules'
import type { FoundReport, Whose } from '../../intake/find-report.ts'
import type { Book } from './book.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import type { RefusalReason } from './refusal.ts'
import { openWorkerPool } from './worker-pool.ts'
import type { SentRecognition } from './worker.ts'

export { ReaderBusy } from './worker-pool.ts'

/** What came of a file: the book and the form it was recognised as, or why it cannot be read. */
export type Reading = { readonly kind: 'read'; readonly book: Book; readonly recognition: Recognition } | Refused

/** What of it can be reported, or why it cannot be read. */
export type Found = FoundReport | Refused

interface Refused {
  readonly kind: 'refused'
  readonly reason: RefusalReason
}

/**
 * Reads workbooks that others made, in workers that can be ended. Resolves whatever the file holds. Rejects with `ReaderBusy`,
 * or when the reader itself is at fault.
 */
export interface WorkbookReader {
  read(bytes: Uint8Array, forms: readonly Form[], units: readonly Unit[]): Promise<Reading>
  /** The same for whoever needs the report and not the whole book. */
  find(bytes: Uint8Array, forms: readonly Form[], units: readonly Unit[], whose: Whose): Promise<Found>
  /** Starts up before there is a file. */
  warmUp(): void
  close(): Promise<void>
}

export interface ReaderOptions {
  readonly limits?: ReadLimits
  /** Files read at once; one that is slow to refuse holds up no more than its worker was handed ahead. */
  readonly workers?: number
  /** Files that may wait. */
  readonly queue?: number
}

export function openWorkbookReader({
  limits = readLimits,
  workers = 2,
  queue = 400,
}: ReaderOptions = {}): WorkbookReader {
  const pool = openWorkerPool(limits, workers, queue)
  const tooLarge = { kind: 'refused', reason: 'too-large' } as const
  return {
    async read(bytes, forms, units) {
      if (bytes.length > limits.fileBytes) return tooLarge
      const answer = await pool.ask({ bytes, whose: null, forms, units })
      if (answer.kind === 'found') throw new Error('the reading worker answered what it was not asked')
      return answer.kind === 'refused' ? answer : { ...answer, recognition: received(answer.recognition, forms) }
    },
    async find(bytes, forms, units, whose) {
      if (bytes.length > limits.fileBytes) return tooLarge
      const answer = await pool.ask({ bytes, whose, forms, units })
      if (answer.kind === 'read') throw new Error('the reading worker answered what it was not asked')
      return answer.kind === 'refused' ? answer : answer.report
    },
    warmUp: pool.warmUp,
    close: pool.close,
  }
}

/** The recognition with the form it is of. */
function received(sent: SentRecognition, forms: readonly Form[]): Recognition {
  if (sent.kind === 'unrecognised') return sent
  const form = forms[sent.form]
  if (!form) throw new Error('the reading worker recognised a form it was not told of')
  return { ...sent, form }
}
