import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Form, Unit } from '@kaohe/shared-rules'
import { handful, type HeldFile } from './handful.ts'
import type { ReadLimits } from './limits.ts'
import type { WorkerAnswer, WorkerJob, WorkerStart, WorkerWord } from './worker.ts'

/** More files are waiting than the reader takes: the sender should come again later. */
export class ReaderBusy extends Error {
  override readonly name = 'ReaderBusy'
}

/** Workers that can be ended, and the files that wait for them. */
export interface WorkerPool {
  ask(file: Omit<HeldFile, 'isSuspect'>): Promise<Answer>
  /** Has a worker start up before there is a file for it. */
  warmUp(): void
  close(): Promise<void>
}

export type Answer = Exclude<WorkerAnswer, { readonly kind: 'fault' }>

interface Job extends HeldFile {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** A worker and the files it was handed: those it is at, and those it goes on with before word is back. */
interface Seat {
  readonly worker: Worker
  hands: readonly (readonly Job[])[]
  /** What its worker was told last. */
  forms: readonly Form[] | null
  units: readonly Unit[] | null
  /** Whether its worker has started up. Only from then on does time count: starting is not the file's doing. */
  isReady: boolean
  timer: NodeJS.Timeout | undefined
}

/** Starts workers when they are first needed. One that was ended for its file is replaced for the next. */
export function openWorkerPool(limits: ReadLimits, workers: number, queue: number): WorkerPool {
  const waiting: Job[] = []
  const seats = new Set<Seat>()
  let closed = false

  function next(): void {
    const handed = (hands: number) => [...seats].find((each) => each.hands.length === hands)
    const [first] = waiting
    const seat = handed(0) ?? (seats.size < workers ? undefined : handed(1))
    if (!first || (!seat && seats.size >= workers)) return
    hand(seat ?? start(), first)
    next()
  }

  function hand(seat: Seat, first: Job): void {
    const jobs = waiting.splice(0, handful(waiting, Math.ceil(waiting.length / workers)))
    seat.hands = [...seat.hands, jobs]
    // An idle reader does not keep the process from ending; one at work does.
    seat.worker.ref()
    const forms = seat.forms === first.forms ? null : first.forms
    const units = seat.units === first.units ? null : first.units
    seat.forms = first.forms
    seat.units = first.units
    const files = jobs.map(({ bytes, whose }) => ({ bytes, whose }))
    seat.worker.postMessage({ files, forms, units } satisfies WorkerJob)
    if (seat.isReady && seat.hands.length === 1) time(seat)
  }

  const idle = () => workers - [...seats].filter(({ hands }) => hands.length > 0).length

  /** Files that a worker has and is not at yet wait as well. */
  const handedAhead = () => [...seats].reduce((sum, { hands }) => sum + hands.slice(1).flat().length, 0)

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
    const seat: Seat = { worker, hands: [], forms: null, units: null, isReady: false, timer: undefined }
    worker.on('message', (word: WorkerWord) => {
      if (word.kind === 'answered') return answer(seat, word.answers)
      seat.isReady = true
      if (seat.hands.length > 0) time(seat)
    })
    worker.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      leave(seat, isMemory ? { kind: 'refused', reason: 'too-much-memory' } : error)
    })
    worker.on('exit', () => leave(seat, closed ? new ReaderBusy() : new Error('the reading worker ended')))
    seats.add(seat)
    return seat
  }

  function answer(seat: Seat, answers: readonly (WorkerAnswer | Error)[]): void {
    const [jobs = [], ...others] = seat.hands
    clearTimeout(seat.timer)
    seat.hands = others
    if (others.length > 0) time(seat)
    else seat.worker.unref()
    // Before the answers are looked at, which may take a while.
    next()
    jobs.forEach(({ resolve, reject }, index) => {
      const word = answers[index] ?? new Error('the reading worker left out a file')
      if (word instanceof Error) reject(word)
      else if (word.kind === 'fault') reject(new Error(`reading a workbook: ${word.message}`))
      else resolve(word)
    })
  }

  /** Ends a worker that is of no more use. The one file it was at gets this answer; of several, each is tried again. */
  function leave(seat: Seat, word: WorkerAnswer | Error): void {
    seats.delete(seat)
    void seat.worker.terminate()
    const [jobs = [], ...others] = closed ? [seat.hands.flat()] : seat.hands
    const isOne = jobs.length === 1 || closed
    waiting.unshift(...(isOne ? [] : jobs.map((job) => ({ ...job, isSuspect: true }))), ...others.flat())
    seat.hands = isOne ? [jobs] : []
    answer(
      seat,
      jobs.map(() => word),
    )
  }

  return {
    ask: (file) =>
      new Promise((resolve, reject) => {
        if (closed || waiting.length + handedAhead() >= queue + idle()) return reject(new ReaderBusy())
        waiting.push({ ...file, isSuspect: false, resolve, reject })
        // Files that come together go together: the first are not handed out before the others are there.
        if (waiting.length === 1) queueMicrotask(next)
      }),
    warmUp() {
      if (seats.size === 0 && !closed) start().worker.unref()
    },
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new ReaderBusy())
      await Promise.all([...seats].map(({ worker }) => worker.terminate()))
    },
  }
}
