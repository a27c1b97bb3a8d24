import { cellPath, type CellPath, type Form } from '@kaohe/shared-rules'
import { decidedReport } from '../verification/decided-report.ts'
import type { Decision } from '../verification/decision.ts'
import { shownDecision } from '../verification/queue.ts'
import type { PastReport } from './store.ts'

/** A cell that keeps its place through all reports: of the unit's row, or of the ledger row that has this 项目编号. */
export type LastingCell =
  | { readonly kind: 'cell'; readonly column: string }
  | { readonly kind: 'row'; readonly ledger: string; readonly number: string; readonly column: string }

/** `reported`, or `projects/2-01-0007/totalInvestment`; null where the form has no such cell. */
export function lastingCell(form: Form, text: string): LastingCell | null {
  const [first = '', number, column] = text.split('/')
  if (number === undefined) {
    return form.matrix.columns.some(({ id }) => id === first) ? { kind: 'cell', column: first } : null
  }
  const ledger = form.ledgers.find(({ id }) => id === first)
  const known = ledger?.columns.some(({ id }) => id === column)
  return ledger && known && column !== undefined ? { kind: 'row', ledger: ledger.id, number, column } : null
}

/** What each report said of one cell, the latest first, with its reason and what the bureaus decided about it. */
export function cellHistory(
  form: Form,
  cell: LastingCell,
  reports: readonly PastReport[],
  decisions: readonly Decision[],
) {
  return reports.flatMap((report) => {
    const path = pathIn(report, cell)
    if (path === null) return []
    const { number, window, receivedAt, by, reasons } = report
    const item = cell.kind === 'cell' ? cell.column : cell.number
    const decided = decidedReport(form, report, decisions).decisions.get(item)
    return [
      {
        number,
        window,
        receivedAt,
        by,
        value: valueAt(report, path),
        reasons: Object.entries(reasons).flatMap(([key, reason]) => (key.endsWith(`@${path}`) ? [reason] : [])),
        decisions: [...(decided?.values() ?? [])].map(shownDecision),
      },
    ]
  })
}

function pathIn({ receipt }: PastReport, cell: LastingCell): CellPath | null {
  if (cell.kind === 'cell') return cellPath(cell.column)
  const row = receipt.numbers.find(({ ledger, number }) => ledger === cell.ledger && number === cell.number)?.row
  return row === undefined ? null : cellPath(cell.ledger, row, cell.column)
}

function valueAt({ record }: PastReport, path: CellPath): string | null {
  const [first = '', row, column = ''] = path.split('.')
  const cells = row === undefined ? record.cells : record.ledgers[first]?.[Number(row)]
  return cells?.[row === undefined ? first : column] ?? null
}
