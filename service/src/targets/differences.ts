import type { Pack, Targets, Unit } from '@kaohe/shared-rules'
import { targetKeys } from './target-keys.ts'

/** One target that two versions do not share. Null is no task. */
export interface TargetDifference {
  readonly unit: string
  readonly key: string
  readonly from: string | null
  readonly to: string | null
}

type ByUnit = Readonly<Record<string, Targets>>

/** Where two versions of the targets differ, in the order of the register and of the pack. */
export function targetDifferences(
  pack: Pack,
  units: readonly Pick<Unit, 'id'>[],
  from: ByUnit,
  to: ByUnit,
): readonly TargetDifference[] {
  const keys = targetKeys(pack)
  return units.flatMap(({ id: unit }) =>
    keys.flatMap(({ key }) => {
      const [before, after] = [from[unit]?.[key] ?? null, to[unit]?.[key] ?? null]
      return before === after ? [] : [{ unit, key, from: before, to: after }]
    }),
  )
}
