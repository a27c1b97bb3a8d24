import { parentPort, workerData } from 'node:worker_threads'
import type { Form, Recognition, Unit } from '@kaohe/shared-rules'
import { recognise } from '@kaohe/shared-rules/recognition'
import { findReport, type FoundReport, type Whose } from '../../intake/find-report.ts'
import type { Book } from './book.ts'
import type { ReadLimits } from './limits.ts'
import { readBook } from './read-book.ts'
import type { Reading } from './reader.ts'

/** What the worker is started with. */
export interface WorkerStart {
  readonly limits: ReadLimits
}

/** Files, and what they are held against: as in the job before unless it is given, since it is long and hardly ever changes. */
export interface WorkerJob {
  readonly files: readonly AskedFile[]
  readonly forms: readonly Form[] | null
  readonly units: readonly Unit[] | null
}

export interface AskedFile {
  readonly bytes: Uint8Array
  /** Whose report is looked for; the whole book is asked for where there is none. */
  readonly whose: Whose | null
}

export type WorkerWord =
  /** Started up: said once. */
  | { readonly kind: 'ready' }
  /** To each file of a job, in its order. */
  | { readonly kind: 'answered'; readonly answers: readonly WorkerAnswer[] }

export type WorkerAnswer =
  | Extract<Reading, { readonly kind: 'refused' }>
  | { readonly kind: 'read'; readonly book: Book; readonly recognition: SentRecognition }
  | { readonly kind: 'found'; readonly report: FoundReport }
  | { readonly kind: 'fault'; readonly message: string }

/** A recognition on its way: the form is told by its place among those it was held against. */
export type SentRecognition =
  | (Omit<Extract<Recognition, { readonly kind: 'recognised' }>, 'form'> & { readonly form: number })
  | Extract<Recognition, { readonly kind: 'unrecognised' }>

/** Reads files one after the other. Whatever a file does to it stays in here, and it can be ended at any time. */
const { limits } = workerData as WorkerStart
let forms: readonly Form[] = []
let units: readonly Unit[] = []

parentPort?.on('message', (job: WorkerJob) => void answerAll(job).then(say))
say({ kind: 'ready' })

async function answerAll(job: WorkerJob): Promise<WorkerWord> {
  forms = job.forms ?? forms
  units = job.units ?? units
  const answers: WorkerAnswer[] = []
  for (const file of job.files) answers.push(await answer(file))
  return { kind: 'answered', answers }
}

async function answer({ bytes, whose }: AskedFile): Promise<WorkerAnswer> {
  try {
    const read = await readBook(bytes, limits)
    if (read.kind === 'refused') return read
    const recognition = recognise(forms, read.book, units)
    if (whose) return { kind: 'found', report: findReport(read.book, recognition, units, whose) }
    if (recognition.kind === 'unrecognised') return { ...read, recognition }
    return { ...read, recognition: { ...recognition, form: forms.indexOf(recognition.form) } }
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function say(word: WorkerWord): void {
  parentPort?.postMessage(word)
}
