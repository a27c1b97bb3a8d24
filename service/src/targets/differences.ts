import type { Pack, Targets, Unit } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { targetKeys } from './target-keys.ts'

/** One target that two versions do not share. Null is no task. */
export const targetDifferenceSchema = z.strictObject({
  unit: z.string(),
  key: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type TargetDifference = Described<typeof targetDifferenceSchema>

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
