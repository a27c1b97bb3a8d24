import type { Cells, Form, FormRecord } from '@kaohe/shared-rules'

export interface Issue {
  readonly path: string
  readonly message: string
}

const reported: ReadonlySet<string> = new Set(['input', 'note', 'number'])

/** What in a record has no place in its form. The service keeps nothing that no form describes. */
export function misfits(form: Form, record: FormRecord): readonly Issue[] {
  const columns = new Set(form.matrix.columns.filter(({ role }) => reported.has(role)).map(({ id }) => id))
  const ledgers = new Map(form.ledgers.map((ledger) => [ledger.id, new Set(ledger.columns.map(({ id }) => id))]))
  return [
    ...strangers(columns, record.cells, (column) => `record.cells.${column}`),
    ...Object.entries(record.ledgers).flatMap(([id, rows]) => {
      const known = ledgers.get(id)
      if (!known) return [{ path: `record.ledgers.${id}`, message: '此表没有这个台账' }]
      return rows.flatMap((cells, row) => strangers(known, cells, (column) => `record.ledgers.${id}.${row}.${column}`))
    }),
  ]
}

function strangers(known: ReadonlySet<string>, cells: Cells, pathOf: (column: string) => string): readonly Issue[] {
  return Object.keys(cells)
    .filter((column) => !known.has(column))
    .map((column) => ({ path: pathOf(column), message: '此表没有这一栏' }))
}
