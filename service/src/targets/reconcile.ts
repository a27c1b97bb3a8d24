import { add, compare, exactText, parseExact, ratio, subtract, type Pack, type Targets } from '@kaohe/shared-rules'
import { targetKeys } from './target-keys.ts'

/** 相等 · 加压 · 缺口: what the units' targets come to beside that of the district. */
export interface Reconciliation {
  readonly key: string
  readonly title: string
  readonly unit: string
  /** Null where the district has issued none of its own. */
  readonly district: string | null
  readonly units: string
  /** Units − district. */
  readonly difference: string | null
  readonly verdict: 'equal' | 'above' | 'below' | 'no-district-target'
  /** Units that hold the task. */
  readonly holders: number
  readonly pending: boolean
}

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
