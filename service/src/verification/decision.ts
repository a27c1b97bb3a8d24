import { isDay, isNegative, parseExact, type Column, type Form } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Item } from './items.ts'

/** What takes the place of what was reported: another figure, other cells of a row, or nothing at all of it. */
export const adjustmentSchema = z.union([
  z.strictObject({ value: z.string().max(64) }),
  z.strictObject({ cells: z.record(z.string().max(64), z.string().min(1).max(2000)) }),
  z.strictObject({ struck: z.literal(true) }),
])
export type Adjustment = Readonly<z.infer<typeof adjustmentSchema>>

/** 认可 · 核减 · 退回. What is lowered or returned says why. */
const verdict = {
  approve: z.strictObject({ item: z.string().max(64), verdict: z.literal('approve') }),
  adjust: z.strictObject({
    item: z.string().max(64),
    verdict: z.literal('adjust'),
    adjustment: adjustmentSchema,
    reason: z.string().trim().min(1, '须说明理由').max(500),
  }),
  return: z.strictObject({
    /** `*` returns the whole report. */
    item: z.string().max(64),
    verdict: z.literal('return'),
    reason: z.string().trim().min(1, '须说明理由').max(500),
  }),
}
export const verdictSchema = z.discriminatedUnion('verdict', [verdict.approve, verdict.adjust, verdict.return])
export type VerdictOnItem = Readonly<z.infer<typeof verdictSchema>>

/** A decision as it is kept. Nothing of it is ever changed; a later one takes its place. */
export interface Decision {
  readonly seq: number
  readonly bureau: string
  readonly unit: string
  readonly form: string
  readonly item: string
  /** Of the item it was made on; of a whole report its number; of a supplied figure the window. */
  readonly content: string
  readonly verdict: 'approve' | 'adjust' | 'return' | 'supply'
  readonly report: string | null
  readonly window: string
  readonly windowEnd: string
  readonly adjustment: Adjustment | null
  readonly reason: string | null
  readonly by: string
  readonly at: string
}

export const wholeReport = '*'

/** What is wrong with an adjustment of this item, or null. */
export function adjustmentFault(form: Form, item: Item, adjustment: Adjustment): string | null {
  if ('struck' in adjustment) return item.kind === 'row' ? null : '指标数不能剔除，请填核定数'
  if ('value' in adjustment) {
    if (item.kind === 'row') return '台账行请给出改后的栏目，或剔除该行'
    return isFigure(adjustment.value) ? null : '核定数须为不小于 0 的数字'
  }
  if (item.kind === 'figure') return '指标数请填核定数'
  const columns = form.ledgers.find(({ id }) => id === item.ledger)?.columns ?? []
  if (Object.keys(adjustment.cells).length === 0) return '没有改动任何栏目'
  for (const [id, value] of Object.entries(adjustment.cells)) {
    const column = columns.find((one) => one.id === id && one.role === 'input')
    if (!column) return `没有可以核定的栏目“${id}”`
    const fault = valueFault(column, value)
    if (fault) return `${column.head.at(-1) ?? id}：${fault}`
  }
  return null
}

function valueFault({ type, choices }: Column, value: string): string | null {
  switch (type) {
    case 'amount':
    case 'count':
    case 'percent':
      return isFigure(value) ? null : '须为不小于 0 的数字'
    case 'date':
      return isDay(value) ? null : '须写成 2019-05-01 的形式'
    case 'choice':
      return choices && !choices.includes(value) ? `须为 ${choices.join('、')} 之一` : null
    case 'text':
      return null
  }
}

export function isFigure(text: string): boolean {
  const value = parseExact(text)
  return value !== undefined && !isNegative(value)
}
