import type { CellAddress, CellPath } from '@kaohe/shared-rules'
import { useMemo } from 'react'
import { countChanges } from './changes.ts'
import { destinationOf, type Known, type Place } from './destination.ts'
import type { Reportable } from './draft.ts'
import { numbersToWrite, type NumbersToWrite } from './row-numbers.ts'

interface Report extends Place {
  /** How many places differ from the latest report. */
  readonly changes: number
  readonly numbers: NumbersToWrite | null
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
