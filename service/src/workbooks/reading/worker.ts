import { parentPort, workerData } from 'node:worker_threads'
import type { Form, Unit } from '@kaohe/shared-rules'
import { recognise } from '@kaohe/shared-rules/recognition'
import type { ReadLimits } from './limits.ts'
import { readBook } from './read-book.ts'
import type { Reading } from './reader.ts'

/** What the worker is started with. */
export interface WorkerStart {
  readonly limits: ReadLimits
}

/** One file, and what it is held against. */
export interface WorkerJob {
  readonly bytes: Uint8Array
  /** Those of the job before, unless they are given: they are long, and hardly ever change. */
  readonly forms: readonly Form[] | null
  readonly units: readonly Unit[]
}

export type WorkerWord = Reading | { readonly kind: 'begun' } | { readonly kind: 'fault'; readonly message: string }

/** Reads files one after the other. Whatever a file does to it stays in here, and it can be ended at any time. */
const { limits } = workerData as WorkerStart

parentPort?.on('message', (job: WorkerJob) => {
  // From here on the time counts: starting up, which comes before, is not the file's doing.
  say({ kind: 'begun' })
  say(answer(job))
})

let known: readonly Form[] = []

function answer({ bytes, forms, units }: WorkerJob): WorkerWord {
  known = forms ?? known
  try {
    const read = readBook(bytes, limits)
    return read.kind === 'read' ? { ...read, recognition: recognise(known, read.book, units) } : read
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function say(word: WorkerWord): void {
  parentPort?.postMessage(word)
}
