import { cellPath, type CellAddress, type CellPath, type Cells, type Form, type FormRecord } from '@kaohe/shared-rules'
import type { Returned, Standing } from '../../api/client.ts'
import { rowIdentity } from '../../ui/row-identity.ts'

/** 退回: what a bureau wants handed in again, and where it stands in the sheet now. */
export interface Return {
  /** The column of a figure, or the ledger row; neither where the whole report was returned. */
  readonly path: CellPath | null
  readonly row?: { readonly ledger: string; readonly index: number }
  readonly address?: CellAddress
  readonly bureau: string
  readonly reason: string
  readonly at: string
  /** 项目编号, of a row that is no longer in the sheet too. */
  readonly item: string
}

interface Sheet {
  readonly record: FormRecord
  readonly addresses: Readonly<Record<CellPath, CellAddress>>
}

type Submission = NonNullable<Standing['forms'][number]['submission']>

/** Every return that stands for this form, led to its place: a figure's cell, or the row that has the number or still is what was handed in under it. */
export function returnsOf(
  form: Form,
  returned: readonly Returned[],
  submission: Submission | null,
  sheet: Sheet,
): readonly Return[] {
  return returned.map((one): Return => {
    const common = { bureau: one.bureau, reason: one.reason ?? '', at: one.at, item: one.item }
    if (form.matrix.columns.some(({ id }) => id === one.item)) {
      return placed({ ...common, path: cellPath(one.item) }, sheet)
    }
    const row = rowOfNumber(form, one.item, submission, sheet.record)
    if (!row) return { ...common, path: null }
    const naming = form.ledgers.find(({ id }) => id === row.ledger)?.identity[0] ?? ''
    return placed({ ...common, path: cellPath(row.ledger, row.index, naming), row }, sheet)
  })
}

/** The returns of one ledger, by the row they lead to. */
export function returnsByRow(returns: readonly Return[], ledger: string): ReadonlyMap<number, readonly Return[]> {
  const byRow = new Map<number, readonly Return[]>()
  for (const one of returns) {
    if (one.row?.ledger === ledger) byRow.set(one.row.index, [...(byRow.get(one.row.index) ?? []), one])
  }
  return byRow
}

function placed(one: Return, { addresses }: Sheet): Return {
  const address = one.path === null ? undefined : addresses[one.path]
  return address ? { ...one, address } : one
}

function rowOfNumber(
  form: Form,
  number: string,
  submission: Submission | null,
  record: FormRecord,
): NonNullable<Return['row']> | undefined {
  const issued = submission?.numbers.find((entry) => entry.number === number)
  const ledger = form.ledgers.find(({ id }) => id === issued?.ledger)
  if (!issued || !ledger) return undefined
  const column = ledger.columns.find(({ role }) => role === 'number')?.id ?? ''
  const rows = record.ledgers[ledger.id] ?? []
  const identity = (cells: Cells = {}) => rowIdentity(ledger, cells)
  const wanted = identity(submission?.record.ledgers[ledger.id]?.[issued.row])
  const numbered = rows.findIndex((row) => row[column] === number)
  const index = numbered >= 0 ? numbered : rows.findIndex((row) => !row[column] && identity(row) === wanted)
  return index < 0 ? undefined : { ledger: ledger.id, index }
}
