import { add, compare, exactText, parseExact, ratio, subtract, type Pack, type Targets } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { targetKeys } from './target-keys.ts'

/** 相等 · 加压 · 缺口: what the units' targets come to beside that of the district. */
export const reconciliationSchema = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    unit: z.string(),
    /** Null where the district has issued none of its own. */
    district: z.string().nullable(),
    units: z.string(),
    /** Units − district. */
    difference: z.string().nullable(),
    verdict: z.enum(['equal', 'above', 'below', 'no-district-target']),
    /** Units that hold the task. */
    holders: z.int(),
    pending: z.boolean(),
  })
  .meta({ id: 'TargetReconciliation' })
export type Reconciliation = Described<typeof reconciliationSchema>

/** Adds the units' targets up, exactly, and sets the sums beside the district's. A key that nobody has anything of is left out. */
export function reconcile(pack: Pack, targets: Readonly<Record<string, Targets>>): readonly Reconciliation[] {
  return targetKeys(pack).flatMap(({ key, title, unit, district, pending }) => {
    const held = Object.values(targets).flatMap((own) => parseExact(own[key] ?? '') ?? [])
    if (district === null && held.length === 0) return []
    let sum = ratio(0)
    for (const one of held) sum = add(sum, one)
    const asked = district === null ? undefined : parseExact(district)
    const order = asked && compare(sum, asked)
    return [
      {
        key,
        title,
        unit,
        district,
        units: exactText(sum),
        difference: asked ? exactText(subtract(sum, asked)) : null,
        verdict: order === undefined ? 'no-district-target' : order === 0 ? 'equal' : order > 0 ? 'above' : 'below',
        holders: held.length,
        pending,
      } satisfies Reconciliation,
    ]
  })
}
