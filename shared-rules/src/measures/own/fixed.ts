import { z } from 'zod'
import { scored } from '../points.ts'
import type { OwnRunner } from '../situation.ts'
import { worthOf, worthSchema } from '../worth.ts'

export const fixedSchema = z.strictObject({ kind: z.literal('fixed'), worth: worthSchema })
export type Fixed = Readonly<z.infer<typeof fixedSchema>>

/** 固定分：so many points whatever was reached; for the branches of a gate. 20 分 for a target met: 20 分. */
export function fixed({ worth }: Fixed): OwnRunner {
  const points = worthOf(worth)
  return ({ weight }) => scored(points(weight))
}
