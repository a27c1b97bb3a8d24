import { normalise, type Column, type Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'

/** One kind of target that a unit can be issued. */
export const targetKeySchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** 万元, 个, %. */
  unit: z.string(),
  /** 区级目标, if the district has one for it. */
  district: z.string().nullable(),
  /** 待下达: announced; targets may be issued ahead of the rules, and are not scored before those are. */
  pending: z.boolean(),
})
export type TargetKey = Described<typeof targetKeySchema>

/** Every target the pack knows, in its own order: those of the district, then what only an indicator asks for. */
export function targetKeys(pack: Pack): readonly TargetKey[] {
  const ofDistrict = pack.districtTargets.map(({ key, title, unit, value }) => ({ key, title, unit, district: value }))
  const asked = pack.indicators.flatMap(({ target, asked: other, title, unit }) =>
    [target, other?.adjusted?.key ?? null].flatMap((key) =>
      key === null ? [] : [{ key, title, unit, district: null }],
    ),
  )
  const known = [...ofDistrict, ...asked]
  return known
    .filter(({ key }, at) => known.findIndex((other) => other.key === key) === at)
    .map((one) => {
      const reading = pack.indicators.filter(({ target }) => target === one.key)
      return { ...one, pending: reading.length > 0 && reading.every(({ status }) => status === 'pending') }
    })
}

/** What was probably meant by a text that is no plain number: `2000万` → `2000` in 万元. Only ever a suggestion. */
export function meantTarget({ key, unit }: TargetKey, text: string): string | undefined {
  const column: Column = {
    id: key,
    head: [key],
    role: 'target',
    type: unit === '个' ? 'count' : 'amount',
    unit,
    width: 1,
  }
  return normalise(text, column)
}
