import { z } from 'zod'
import { amountText } from '../decimal-text.ts'
import { clause } from './identifier.ts'

/** From where on something is worth a look (风险提示). Never a verdict: a flag takes nothing off. */
export const risksSchema = z.strictObject({
  /** A verified figure under this share of the reported one. */
  farBelow: amountText,
  /** A reported figure that grew by more than this share of the year's target from one window to the next. */
  jump: amountText,
  /** So many windows of the year reported late or not at all. */
  lateWindows: z.int().min(1).max(100),
})
export type Risks = Readonly<z.infer<typeof risksSchema>>

/** 整改: within how many days after a published run a unit files why it missed a task and what it will do. */
export const rectificationSchema = z.strictObject({ days: z.int().min(1).max(366), clause })
