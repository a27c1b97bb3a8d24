import { unitSchema } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'

/** 镇街 · 区直 · 驻区单位 · 其他: what a unit is. Which pool it is ranked in is another question; 驻区单位 are in none (文头). */
export const unitKindSchema = z.enum(['town', 'department', 'stationed', 'other'])

/** A unit with what only the register knows of it. */
export const registeredUnitSchema = unitSchema.extend({
  kind: unitKindSchema,
  /** First and last day, both included; null is unbounded. A unit that ended keeps its history and takes part in no later window. */
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type RegisteredUnit = Described<typeof registeredUnitSchema>

/** Is the unit there on this day? For a window that is its last day. */
export function isInForce({ from, to }: Pick<RegisteredUnit, 'from' | 'to'>, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}
