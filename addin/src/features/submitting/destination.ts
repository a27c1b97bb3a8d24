import type { Form, Pack } from '@kaohe/shared-rules'
import type { Standing, SubmissionWindow } from '../../api/client.ts'
import type { Destination } from './draft.ts'

/** What a report is placed by. */
export interface Known {
  readonly pack: Pack
  readonly packHash: string
  readonly standing: Standing
  readonly windows: readonly SubmissionWindow[]
}

export interface Place {
  /** The latest report of this form, of this window or an earlier one. */
  readonly reported: Standing['forms'][number]['submission']
  /** The window that is reported for. */
  readonly window: SubmissionWindow | undefined
  readonly destination: Destination
}

/** Where a report of the form would go now, and what came before it. */
export function destinationOf(form: Form | undefined, { pack, packHash, standing, windows }: Known): Place {
  const reported = standing.forms.find((one) => one.form === form?.id)?.submission ?? null
  const window = windows.find(({ id }) => id === standing.window)
  const { revision } = standing
  return {
    reported,
    window,
    destination: { window: window?.id ?? '', pack, packHash, revision, previous: reported?.record ?? null },
  }
}
