import { remembering } from './remembering.ts'

/** What a defined name of ours says. */
export interface ColumnName {
  readonly form: string
  readonly template: number
  /** null for the matrix. */
  readonly ledger: string | null
  readonly column: string
}

/** `kaohe.investment.t1.reported`, or `kaohe.projects.t1.projects.kind` for a ledger: the body of one column. */
export function columnName(form: string, template: number, column: string, ledger: string | null = null): string {
  return ['kaohe', form, `t${template}`, ...(ledger === null ? [] : [ledger]), column].join('.')
}

/** Reads a name that `columnName` wrote, whatever case Excel gave it back in; undefined for names of others. */
export function parseColumnName(name: string): ColumnName | undefined {
  return parsed(name) ?? undefined
}

const parsed = remembering((name): ColumnName | null => {
  const match = /^kaohe\.(\w+)\.t([1-9]\d{0,5})\.(?:(\w+)\.)?(\w+)$/i.exec(name)
  if (!match) return null
  const [, form = '', template = '', ledger = null, column = ''] = match
  return { form, template: +template, ledger, column }
})
