import type { CellAddress, CellPath, Pack } from '@kaohe/shared-rules'
import { useMemo } from 'react'
import type { Standing, SubmissionWindow } from '../../api/client.ts'
import { changesSince } from './changes.ts'
import type { Destination, Reportable } from './draft.ts'
import { numbersToWrite, type NumbersToWrite } from './row-numbers.ts'

interface Known {
  readonly pack: Pack
  readonly packHash: string
  readonly standing: Standing
  readonly windows: readonly SubmissionWindow[]
}

interface Report {
  /** The latest report of this form, of this window or an earlier one. */
  readonly reported: Standing['forms'][number]['submission']
  /** The window that is reported for. */
  readonly window: SubmissionWindow | undefined
  /** How many places differ from the latest report. */
  readonly changes: number
  readonly numbers: NumbersToWrite | null
  readonly destination: Destination
}

/** How the sheet stands to what the service has of its form. */
export function useReport(
  sheet: (Reportable & { readonly addresses: Readonly<Record<CellPath, CellAddress>> }) | null,
  { pack, packHash, standing, windows }: Known,
): Report {
  const reported = standing.forms.find(({ form }) => form === sheet?.form.id)?.submission ?? null
  const window = windows.find(({ id }) => id === standing.window)
  const changes = useMemo(
    () => (sheet ? changesSince(sheet.form, reported?.record ?? null, sheet.record).length : 0),
    [sheet, reported],
  )
  const numbers = useMemo(() => sheet && reported && numbersToWrite(sheet.form, reported, sheet), [sheet, reported])
  const destination = useMemo(
    () => ({
      window: window?.id ?? '',
      pack,
      packHash,
      revision: standing.revision,
      previous: reported?.record ?? null,
    }),
    [window, pack, packHash, standing.revision, reported],
  )
  return { reported, window, changes, numbers, destination }
}
