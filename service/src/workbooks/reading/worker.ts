import { parentPort, workerData } from 'node:worker_threads'
import type { Form, Recognition, Unit } from '@kaohe/shared-rules'
import { recognise } from '@kaohe/shared-rules/recognition'
import type { Book } from './book.ts'
import type { ReadLimits } from './limits.ts'
import { readBook } from './read-book.ts'
import type { Reading } from './reader.ts'

/** What the worker is started with. */
export interface WorkerStart {
  readonly limits: ReadLimits
}

/** One file, and what it is held against: as in the job before unless it is given, since it is long and hardly ever changes. */
export interface WorkerJob {
  readonly bytes: Uint8Array
  readonly forms: readonly Form[] | null
  readonly units: readonly Unit[] | null
}

export type WorkerWord =
  | Extract<Reading, { readonly kind: 'refused' }>
  | { readonly kind: 'read'; readonly book: Book; readonly recognition: SentRecognition }
  /** Started up: said once. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'fault'; readonly message: string }

/** A recognition on its way: the form is told by its place among those it was held against. */
export type SentRecognition =
  | (Omit<Extract<Recognition, { readonly kind: 'recognised' }>, 'form'> & { readonly form: number })
  | Extract<Recognition, { readonly kind: 'unrecognised' }>

/** Reads files one after the other. Whatever a file does to it stays in here, and it can be ended at any time. */
const { limits } = workerData as WorkerStart
let forms: readonly Form[] = []
let units: readonly Unit[] = []

parentPort?.on('message', (job: WorkerJob) => void answer(job).then(say))
say({ kind: 'ready' })

async function answer(job: WorkerJob): Promise<WorkerWord> {
  forms = job.forms ?? forms
  units = job.units ?? units
  try {
    const read = await readBook(job.bytes, limits)
    if (read.kind === 'refused') return read
    const recognition = recognise(forms, read.book, units)
    if (recognition.kind === 'unrecognised') return { ...read, recognition }
    return { ...read, recognition: { ...recognition, form: forms.indexOf(recognition.form) } }
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function say(word: WorkerWord): void {
  parentPort?.postMessage(word)
}
