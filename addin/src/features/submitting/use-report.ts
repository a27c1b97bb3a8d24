import { useMemo } from 'react'
import { countChanges } from './count-changes.ts'
import { destinationOf, type Known, type Place } from './destination.ts'
import type { Reportable } from './draft.ts'

interface Report extends Place {
  /** How many places differ from the latest report. */
  readonly changes: number
}

/** How the sheet stands to what the service has of its form. */
export function useReport(sheet: Reportable | null, { pack, packHash, standing, windows }: Known): Report {
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
  return { ...place, changes }
}
