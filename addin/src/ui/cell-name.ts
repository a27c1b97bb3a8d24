import type { CellPath, Column, Form, Ledger } from '@kaohe/shared-rules'
import type { Translate } from '../i18n/translate.ts'

/** A cell path taken apart along its form. */
export interface NamedCell {
  readonly column: Column
  /** Where the cell lies in a ledger: counted from zero. */
  readonly inLedger?: { readonly ledger: Ledger; readonly row: number }
}

/** What a path points at; undefined for a path of another form. A path of a whole row or ledger has no column and is undefined, too. */
export function namedCell(form: Form, path: CellPath): NamedCell | undefined {
  const [first = '', row, second] = path.split('.')
  if (row === undefined || second === undefined) {
    const column = form.matrix.columns.find(({ id }) => id === first)
    return column && { column }
  }
  const ledger = form.ledgers.find(({ id }) => id === first)
  const column = ledger?.columns.find(({ id }) => id === second)
  return ledger && column && { column, inLedger: { ledger, row: Number(row) } }
}

/** The header a person reads in the sheet, on one line. */
export function columnTitle(column: Column): string {
  return (column.head.at(-1) ?? column.id).replace(/\s+/g, '')
}

/** `累计完成`, `项目台账第 3 行“总投资”`; the path itself where it points at no cell of this form. */
export function cellName(form: Form, path: CellPath, t: Translate): string {
  const named = namedCell(form, path)
  if (!named) return path
  const title = columnTitle(named.column)
  const { inLedger } = named
  return inLedger ? t('list.ledgerCell', { sheet: inLedger.ledger.sheet, row: inLedger.row + 1, title }) : title
}
