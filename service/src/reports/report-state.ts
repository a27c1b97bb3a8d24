import type { Cells, Form, FormRecord } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'

/** 空表 · 零报告 · 已报: what a report that came says. */
export const fillingSchema = z.enum(['empty', 'nil', 'reported'])
export type Filling = Described<typeof fillingSchema>

/**
 * A form without a figure and without a row is 空表, and counts as handed in by nobody's reckoning, unless the unit says
 * that there is nothing: then, or with no figure but zeros, it is 零报告.
 */
export function fillingOf(
  form: Form,
  { record, nil }: { readonly record: FormRecord; readonly nil: boolean },
): Filling {
  const figures = form.matrix.columns
    .filter(({ role }) => role === 'input')
    .flatMap(({ id }) => record.cells[id]?.trim() || [])
  if (hasRows(form, record)) return 'reported'
  if (figures.length === 0) return nil && form.ledgers.length > 0 ? 'nil' : 'empty'
  return figures.every((figure) => /^0+(\.0+)?$/.test(figure)) ? 'nil' : 'reported'
}

/** Why this report cannot be declared 零报告, or null. */
export function nilFault(form: Form, record: FormRecord): string | null {
  if (form.ledgers.length === 0) return '此表有指标数，零报告请在指标栏填 0'
  return fillingOf(form, { record, nil: true }) === 'nil' ? null : '表中已有数据，不能作零报告'
}

function hasRows(form: Form, record: FormRecord): boolean {
  return form.ledgers.some((ledger) => {
    const inputs = ledger.columns.filter(({ role }) => role === 'input').map(({ id }) => id)
    return (record.ledgers[ledger.id] ?? []).some((row: Cells) => inputs.some((id) => (row[id]?.trim() ?? '') !== ''))
  })
}
