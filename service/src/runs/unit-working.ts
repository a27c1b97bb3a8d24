import { renderIndicator, type Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { inputSchema, totalSchema } from '../contract/shapes/scores.ts'
import type { Run } from './run.ts'

/** How one unit's points came about in a run: each indicator's working as lines, with where its facts came from. */
export const unitWorkingSchema = z.strictObject({
  unit: z.strictObject({
    id: z.string(),
    name: z.string(),
  }),
  rank: z.int().nullable(),
  total: totalSchema,
  indicators: z.array(
    z.strictObject({
      indicator: z.string(),
      shown: z.string().nullable(),
      inputs: z.array(inputSchema),
      working: z.array(z.string()),
    }),
  ),
})
export type UnitWorking = Described<typeof unitWorkingSchema>

export function unitWorking(pack: Pack, run: Run, id: string): UnitWorking | null {
  const result = run.result.units.find(({ unit }) => unit === id)
  if (!result) return null
  return {
    unit: { id, name: result.name },
    rank: result.rank,
    total: result.total,
    indicators: result.indicators.map((one) => ({
      indicator: one.indicator,
      shown: one.shown,
      inputs: one.inputs ?? [],
      working: renderIndicator(pack, one, 'zh-CN'),
    })),
  }
}
