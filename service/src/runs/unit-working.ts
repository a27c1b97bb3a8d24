import { renderIndicator, type Pack } from '@kaohe/shared-rules'
import type { Run } from './run.ts'

/** How one unit's points came about in a run: each indicator's working as lines, with where its facts came from. */
export interface UnitWorking {
  readonly unit: { readonly id: string; readonly name: string }
  readonly rank: number | null
  readonly total: Run['result']['units'][number]['total']
  readonly indicators: readonly {
    readonly indicator: string
    readonly shown: string | null
    readonly inputs: NonNullable<Run['result']['units'][number]['indicators'][number]['inputs']>
    readonly working: readonly string[]
  }[]
}

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
