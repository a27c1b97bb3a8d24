import { z } from 'zod'
import { parseExact } from '../exact.ts'
import { undecided, withoutTask } from '../measures/points.ts'
import type { FigureReader } from './figure.ts'

const key = z.string().min(1).max(64)

/** 填报数: the figure as reported (or verified) under a key of `facts.actuals`. */
export const reportedSchema = z.strictObject({ kind: z.literal('reported'), key })

export function reported({ key }: z.infer<typeof reportedSchema>): FigureReader {
  return ({ actuals }) => {
    const text = Object.hasOwn(actuals, key) ? actuals[key] : null
    const value = typeof text === 'string' ? parseExact(text) : undefined
    return value ?? undecided({ kind: 'actual', key })
  }
}

/** A target as issued, used as a figure. A unit without it has no task. */
export const issuedSchema = z.strictObject({ kind: z.literal('target'), key })

export function issued({ key }: z.infer<typeof issuedSchema>): FigureReader {
  return ({ targets }) => {
    const text = Object.hasOwn(targets, key) ? targets[key] : null
    if (typeof text !== 'string') return withoutTask
    return parseExact(text) ?? undecided({ kind: 'target', key })
  }
}
