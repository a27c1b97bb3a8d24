import { compare, exactText, multiply, ratio, subtract, type Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { exactOf } from '../exact-of.ts'
import type { Run } from './run.ts'

/** A task that was not met when it was due: what rectification (整改) starts from. Exact text, in the indicator's unit. */
export const shortfallSchema = z.strictObject({
  unit: z.string(),
  indicator: z.string(),
  target: z.string(),
  /** How much of the target is due by this run: half of it at the half-year (三(四)), all of it at the year's end (四(五)). */
  due: z.string(),
  actual: z.string(),
  gap: z.string(),
})
export type Shortfall = Described<typeof shortfallSchema>

/** The tasks missed by a half-year or year-end run, by unit and in the order of the pack; a run of any other window has none due. */
export function shortfallsOf(pack: Pack, run: Run): readonly Shortfall[] {
  const kind = pack.calendar.windows.find(({ id }) => id === run.window)?.kind
  if (kind === undefined || kind === 'half-month') return []
  const share = kind === 'half-year' ? ratio(1, 2) : ratio(1)
  return run.result.units.flatMap(({ unit, indicators }) =>
    indicators.flatMap(({ indicator, status, target, actual, weight }): readonly Shortfall[] => {
      // A deduction has a weight of zero and is nothing to reach.
      const isTask = status === 'scored' && weight !== null && weight !== '0'
      const [asked, done] = [target, actual].map((text) => (text === null ? undefined : exactOf(text)))
      if (!isTask || !asked || !done) return []
      const due = multiply(asked, share)
      if (compare(done, due) >= 0) return []
      const gap = exactText(subtract(due, done))
      return [{ unit, indicator, target: exactText(asked), due: exactText(due), actual: exactText(done), gap }]
    }),
  )
}
