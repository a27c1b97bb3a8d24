import type { CellAddress, CellPath } from '@kaohe/shared-rules'
import type { Filled } from './filling.ts'

/** What of the pane belongs to the selected cell. */
export type Followed =
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'cell'; readonly path: CellPath }
  | { readonly kind: 'row'; readonly ledger: string; readonly row: number; readonly column: string }

/** The entry of the selected cell; null for a cell that is none of the unit's. Of a block its first cell counts. */
export function follow({ addresses, entries, form }: Filled, selected: CellAddress | null): Followed | null {
  if (!selected) return null
  const wanted = firstCell(selected.address)
  const isSelected = (place: CellAddress | undefined) => place?.sheet === selected.sheet && place.address === wanted
  const indicator = entries.indicators.find(({ cell, target }) => isSelected(cell?.address) || isSelected(target))
  if (indicator) return { kind: 'indicator', id: indicator.indicator.id }
  for (const [path, place] of Object.entries(addresses)) {
    if (!isSelected(place)) continue
    const [first = '', row, column = ''] = path.split('.')
    const ledger = form.ledgers.find(({ id }) => id === first)
    return ledger && row !== undefined
      ? { kind: 'row', ledger: ledger.id, row: Number(row), column }
      : { kind: 'cell', path }
  }
  return null
}

function firstCell(address: string): string {
  return (address.split(/[:,]/)[0] ?? '').replaceAll('$', '').toUpperCase()
}
