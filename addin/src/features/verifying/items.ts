import type { CellPath, Column, Form, Ledger, Pack } from '@kaohe/shared-rules'
import type { QueuedItem, QueuedReport } from '../../api/verification.ts'
import { columnTitle } from '../../ui/cell-name.ts'
import { grouped } from '../../ui/figure.ts'

/** One thing to decide about, with what a person needs to know it by. */
export interface Line {
  /** Names the item across reports: `xinxing/tax/reported`. */
  readonly key: string
  readonly report: QueuedReport
  readonly item: QueuedItem
  readonly form: Form
  /** Of a ledger row the ledger, of a figure none. */
  readonly ledger: Ledger | undefined
  /** 累计入库, or the name of the project. */
  readonly title: string
  /** The column that 核定数 takes the place of: the figure itself, of a row its first amount. */
  readonly amount: Column | undefined
  /** 申报数, as reported; null where nothing is. */
  readonly reported: string | null
  readonly before: string | null
  /** The unit's sentences on what was amber. */
  readonly reasons: readonly { readonly path: CellPath; readonly text: string }[]
}

export const wholeReport = '*'

export function lineKey({ unit, form }: Pick<QueuedReport, 'unit' | 'form'>, item: string): string {
  return `${unit.id}/${form}/${item}`
}

/** The lines of a report in its order, blank figures left out: they claim nothing. */
export function linesOf(pack: Pack, report: QueuedReport): readonly Line[] {
  const form = pack.forms.find(({ id }) => id === report.form)
  if (!form) return []
  return report.items
    .filter((item) => item.kind === 'row' || item.value !== null)
    .map((item) => lineOf(form, report, item))
}

function lineOf(form: Form, report: QueuedReport, item: QueuedItem): Line {
  const ledger = form.ledgers.find(({ id }) => id === item.ledger)
  const amount = ledger
    ? ledger.columns.find(({ role, type }) => role === 'input' && type === 'amount')
    : form.matrix.columns.find(({ id }) => id === item.item)
  const name = ledger?.columns.find(({ role, type }) => role === 'input' && type === 'text')
  const valueOf = ({ value, cells }: Pick<QueuedItem, 'value' | 'cells'>) =>
    ledger ? (cells?.[amount?.id ?? ''] ?? null) : value
  return {
    key: lineKey(report, item.item),
    report,
    item,
    form,
    ledger,
    title: (name && item.cells?.[name.id]) || (amount && !ledger ? columnTitle(amount) : item.item),
    amount,
    reported: valueOf(item),
    before: item.before && valueOf(item.before),
    reasons: reasonsOf(report, item),
  }
}

function reasonsOf({ reasons }: QueuedReport, { kind, item, ledger, row }: QueuedItem): Line['reasons'] {
  return Object.entries(reasons).flatMap(([key, text]) => {
    const path = key.slice(key.indexOf('@') + 1)
    const own = kind === 'figure' ? path === item : path.startsWith(`${ledger}.${row}.`)
    return own ? [{ path, text }] : []
  })
}

/** What else of a row was reported: `建设性质 新建`, without blanks, the name and the amount. */
export function detailsOf({
  ledger,
  item,
  title,
  amount,
}: Line): readonly { readonly head: string; readonly text: string }[] {
  return (ledger?.columns ?? []).flatMap((column) => {
    const text = item.cells?.[column.id]?.trim()
    if (!text || column.role === 'number' || column === amount || text === title) return []
    return [{ head: columnTitle(column), text: shownCell(column, text) }]
  })
}

export function shownCell({ type, unit }: Pick<Column, 'type' | 'unit'>, text: string): string {
  const figure = type === 'amount' || type === 'count' ? grouped(text) : text
  return unit ? `${figure} ${unit}` : figure
}

/** Columns of a row that a verifier may put something else into. */
export function adjustable({ ledger }: Line): readonly Column[] {
  return (ledger?.columns ?? []).filter(({ role }) => role === 'input')
}
