import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Form, Recognition, Unit } from '@kaohe/shared-rules'
import type { Book } from './book.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import type { RefusalReason } from './refusal.ts'
import type { SentRecognition, WorkerJob, WorkerStart, WorkerWord } from './worker.ts'

/** What came of a file: the book and the form it was recognised as, or why it cannot be read. */
export type Reading =
  | { readonly kind: 'read'; readonly book: Book; readonly recognition: Recognition }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

/** Reads workbooks that others made, in workers that can be ended. */
export interface WorkbookReader {
  /** Resolves whatever the file holds. Rejects with `ReaderBusy`, or when the reader itself is at fault. */
  read(bytes: Uint8Array, forms: readonly Form[], units: readonly Unit[]): Promise<Reading>
  close(): Promise<void>
}

/** More files are waiting than the reader takes: the sender should come again later. */
export class ReaderBusy extends Error {
  override readonly name = 'ReaderBusy'
}

export interface ReaderOptions {
  readonly limits?: ReadLimits
  /** Files read at once; one that is slow to refuse does not hold up the next. */
  readonly workers?: number
  /** Files that may wait. */
  readonly queue?: number
}

interface Job extends WorkerJob {
  readonly forms: readonly Form[]
  readonly units: readonly Unit[]
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

/** A worker and the file it is at. */
interface Seat {
  readonly worker: Worker
  job: Job | null
  /** What its worker was told last. */
  forms: readonly Form[] | null
  units: readonly Unit[] | null
  /** Whether its worker has started up. Only from then on does time count: starting is not the file's doing. */
  isReady: boolean
  timer: NodeJS.Timeout | undefined
}

/** Starts its workers when they are first needed. A worker that was ended for its file is replaced for the next one. */
export function openWorkbookReader({
  limits = readLimits,
  workers = 2,
  queue = 400,
}: ReaderOptions = {}): WorkbookReader {
  const waiting: Job[] = []
  const seats = new Set<Seat>()
  let closed = false

  function next(): void {
    const free = [...seats].find(({ job }) => job === null)
    if (waiting.length === 0 || (!free && seats.size >= workers)) return
    const seat = free ?? start()
    const job = waiting.shift()
    if (!job) return
    seat.job = job
    // An idle reader does not keep the process from ending; one at work does.
    seat.worker.ref()
    const { bytes } = job
    const forms = seat.forms === job.forms ? null : job.forms
    const units = seat.units === job.units ? null : job.units
    seat.forms = job.forms
    seat.units = job.units
    seat.worker.postMessage({ bytes, forms, units } satisfies WorkerJob)
    if (seat.isReady) time(seat)
    next()
  }

  function time(seat: Seat): void {
    seat.timer = setTimeout(() => leave(seat, { kind: 'refused', reason: 'too-slow' }), limits.milliseconds)
  }

  function start(): Seat {
    // A worker keeps what it compiled only where its own environment says so, not its parent's.
    const compiled = getCompileCacheDir()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { limits } satisfies WorkerStart,
      // No reader of strangers' files needs the session secret or the database's password.
      env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) },
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 16 },
    })
    const seat: Seat = { worker, job: null, forms: null, units: null, isReady: false, timer: undefined }
    worker.on('message', (word: WorkerWord) => {
      if (word.kind === 'ready') {
        seat.isReady = true
        if (seat.job) time(seat)
      } else if (word.kind === 'fault') answer(seat, new Error(`reading a workbook: ${word.message}`))
      else if (word.kind === 'refused') answer(seat, word)
      else answer(seat, { ...word, recognition: received(word.recognition, seat.forms ?? []) })
    })
    worker.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      leave(seat, isMemory ? { kind: 'refused', reason: 'too-much-memory' } : error)
    })
    worker.on('exit', () => leave(seat, closed ? new ReaderBusy() : new Error('the reading worker ended')))
    seats.add(seat)
    return seat
  }

  function answer(seat: Seat, reading: Reading | Error): void {
    const { job } = seat
    clearTimeout(seat.timer)
    seat.job = null
    seat.worker.unref()
    if (reading instanceof Error) job?.reject(reading)
    else job?.resolve(reading)
    next()
  }

  /** Ends a worker that is of no more use, after its file got this answer. */
  function leave(seat: Seat, reading: Reading | Error): void {
    seats.delete(seat)
    void seat.worker.terminate()
    answer(seat, reading)
  }

  return {
    read: (bytes, forms, units) =>
      new Promise((resolve, reject) => {
        if (bytes.length > limits.fileBytes) resolve({ kind: 'refused', reason: 'too-large' })
        else if (closed || waiting.length >= queue) reject(new ReaderBusy())
        else {
          waiting.push({ bytes, forms, units, resolve, reject })
          next()
        }
      }),
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new ReaderBusy())
      await Promise.all([...seats].map(({ worker }) => worker.terminate()))
    },
  }
}

/** The recognition with the form it is of. */
function received(sent: SentRecognition, forms: readonly Form[]): Recognition {
  if (sent.kind === 'unrecognised') return sent
  const form = forms[sent.form]
  if (!form) throw new Error('the reading worker recognised a form it was not told of')
  return { ...sent, form }
}
