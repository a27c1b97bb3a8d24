import type { Form } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../i18n/translate.ts'
import type { ShownDecision } from '../../api/verification.ts'
import { columnTitle } from '../../ui/cell-name.ts'
import { grouped } from '../../ui/figure.ts'

/** `核减：核定为 1,650.5（以入库凭证为准）`: a decision in one line. */
export function decisionText(
  form: Form,
  { verdict, adjustment, reason }: Pick<ShownDecision, 'verdict' | 'adjustment' | 'reason'>,
  t: TranslateOf<'verifying'>,
): string {
  const word = t(`verdict.${verdict}`)
  const text = adjustment ? t('told.what', { verdict: word, what: adjustmentText(form, adjustment, t) }) : word
  return reason ? t('told.why', { text, reason }) : text
}

function adjustmentText(
  form: Form,
  adjustment: NonNullable<ShownDecision['adjustment']>,
  t: TranslateOf<'verifying'>,
): string {
  if ('struck' in adjustment) return t('adjusted.struck')
  if ('value' in adjustment) return t('adjusted.value', { value: grouped(adjustment.value) })
  const columns = form.ledgers.flatMap((ledger) => ledger.columns)
  const cells = Object.entries(adjustment.cells).map(([id, text]) => {
    const column = columns.find((one) => one.id === id)
    return `${column ? columnTitle(column) : id} ${grouped(text)}`
  })
  return t('adjusted.cells', { cells: cells.join(t('told.comma')) })
}
