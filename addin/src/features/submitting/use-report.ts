import type { CellAddress, CellPath, Form, Pack } from '@kaohe/shared-rules'
import { useMemo } from 'react'
import type { Standing, SubmissionWindow } from '../../api/client.ts'
import { countChanges } from './changes.ts'
import type { Destination, Reportable } from './draft.ts'
import { numbersToWrite, type NumbersToWrite } from './row-numbers.ts'

interface Known {
  readonly pack: Pack
  readonly packHash: string
  readonly standing: Standing
  readonly windows: readonly SubmissionWindow[]
}

interface Place {
  /** The latest report of this form, of this window or an earlier one. */
  readonly reported: Standing['forms'][number]['submission']
  /** The window that is reported for. */
  readonly window: SubmissionWindow | undefined
  readonly destination: Destination
}

interface Report extends Place {
  /** How many places differ from the latest report. */
  readonly changes: number
  readonly numbers: NumbersToWrite | null
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

/** How the sheet stands to what the service has of its form. */
export function useReport(
  sheet: (Reportable & { readonly addresses: Readonly<Record<CellPath, CellAddress>> }) | null,
  { pack, packHash, standing, windows }: Known,
): Report {
  const form = sheet?.form
  const place = useMemo(
    () => destinationOf(form, { pack, packHash, standing, windows }),
    [form, pack, packHash, standing, windows],
  )
  const { reported } = place
  const changes = useMemo(
    () => (sheet ? countChanges(sheet.form, reported?.record ?? null, sheet.record) : 0),
    [sheet, reported],
  )
  const numbers = useMemo(() => sheet && reported && numbersToWrite(sheet.form, reported, sheet), [sheet, reported])
  return { ...place, changes, numbers }
}
