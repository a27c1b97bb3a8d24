import { cellPath, evaluateUnit, type CellAddress, type Pack } from '@kaohe/shared-rules'
import type { IndicatorEntry } from './entries.ts'
import type { Filled } from './filling.ts'

/** The ledger rows that an indicator's figure is made of: those which count for something all by themselves. */
export function countedRows(
  pack: Pack,
  { facts, addresses, form }: Pick<Filled, 'facts' | 'addresses' | 'form'>,
  { indicator, ledger }: Pick<IndicatorEntry, 'indicator' | 'ledger'>,
): readonly CellAddress[] {
  if (!ledger) return []
  const naming = form.ledgers.find(({ id }) => id === ledger.id)?.identity[0] ?? ''
  return (facts.items[ledger.id] ?? []).flatMap((item, row) => {
    const alone = evaluateUnit(pack, { ...facts, items: { ...facts.items, [ledger.id]: [item] } })
    const actual = alone.indicators.find((one) => one.indicator === indicator.id)?.actual ?? null
    const place = addresses[cellPath(ledger.id, row, naming)]
    return actual !== null && actual !== '0' && place ? [place] : []
  })
}
