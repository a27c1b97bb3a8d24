import type { Keep } from '../../api/keep.ts'
import type { ChosenBinding } from './recognising.ts'

/** Where on this machine lies what a person said of a workbook. */
export const chosenBindingKey = (workbook: string) => `binding:${workbook}`

/** What was said of a workbook before; null without that, or where it cannot be read. */
export async function chosenBindingOf(keep: Keep, workbook: string): Promise<ChosenBinding | null> {
  const kept = await keep.get(chosenBindingKey(workbook)).catch(() => undefined)
  return kept === undefined ? null : (kept as ChosenBinding)
}
