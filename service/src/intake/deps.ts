import type { SubmitDeps } from '../reports/submission.ts'
import type { Submit } from '../reports/submit.ts'
import type { WorkbookReader } from '../workbooks/reading/reader.ts'

export interface IntakeDeps extends SubmitDeps {
  readonly reader: WorkbookReader
  /** The way in that every report takes. */
  readonly submit: Submit
}

/** Who hands files in: the office for any unit, a clerk for its own. */
export interface Intaker {
  readonly account: string
  readonly username: string
  /** The unit that every file has to be of, or null for the office. */
  readonly own: string | null
  readonly requestId: string
}
