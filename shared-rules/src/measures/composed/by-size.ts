import { z } from 'zod'
import { figureReader, figureSchema, type Figure } from '../../figures/figure.ts'
import { boundSchema, reaches, type Bound } from '../bound.ts'
import type { Measure } from '../measure.ts'
import { isExact, withoutTask, type Points } from '../points.ts'
import { runAll, type GroupRunner, type Runner } from '../situation.ts'

/** 按规模选用: which measure holds depends on the size of a figure, as a rule of the target. */
export interface BySize {
  readonly kind: 'by-size'
  readonly of: 'target' | Figure
  readonly below: Measure
  readonly bands: readonly (Bound & { readonly measure: Measure })[]
}

export const bySizeSchema = (measure: z.ZodType<Measure>) =>
  z.strictObject({
    kind: z.literal('by-size'),
    of: z.union([z.literal('target'), figureSchema]),
    /** For what reaches no band. */
    below: measure,
    /** In rising order of `from`. */
    bands: z.array(boundSchema.extend({ measure })).min(1).max(20),
  })

/**
 * 按任务大小定分值 (F4)：the measure of the last band reached.
 *
 * 漯河: 0.6 for each percentage point over for targets above 5000 万元, 0.3 from 3000, 0.1 below.
 */
export function bySize({ of, below, bands }: BySize, runnerOf: (measure: Measure) => Runner): GroupRunner {
  const reader = of === 'target' ? null : figureReader(of)
  const rising = bands.map((band) => ({ reached: reaches(band), runner: runnerOf(band.measure) }))
  const all = [runnerOf(below), ...rising.map(({ runner }) => runner)]
  return (situations, complete) => {
    const results = all.map((runner) => runAll(runner, situations, complete))
    return situations.map(({ target, facts }, index): Points => {
      const size = reader ? reader(facts) : (target ?? withoutTask)
      if (!isExact(size)) return size
      const band = rising.findLastIndex(({ reached }) => reached(size)) + 1
      return results[band]?.[index] ?? withoutTask
    })
  }
}
