import type { Cells, Ledger, Pack } from '@kaohe/shared-rules'
import type { Standing } from '../../api/client.ts'
import { rowIdentity } from '../../ui/row-identity.ts'

/** What a piece of evidence belongs to: a figure of a form, or a row of one of its ledgers. */
export interface EvidencePlace {
  readonly form: string
  /** The column of the figure, or 项目编号; null while the row has none. */
  readonly item: string | null
  readonly row: RowName | null
  /** What people call it. */
  readonly title: string
}

/** A row by what identifies it, for as long as it has no number. */
export interface RowName {
  readonly ledger: string
  readonly identity: string
}

/** 项目编号 the service has issued, by the row it was issued to. */
export type IssuedNumbers = ReadonlyMap<string, string>

export function issuedNumbers(pack: Pack, standing: Standing): IssuedNumbers {
  const issued = new Map<string, string>()
  for (const { submission } of standing.forms) {
    for (const { ledger: id, row, number } of submission?.numbers ?? []) {
      const ledger = pack.forms.flatMap(({ ledgers }) => ledgers).find((one) => one.id === id)
      const cells = submission?.record.ledgers[id]?.[row]
      if (ledger && cells) issued.set(rowKey({ ledger: id, identity: rowIdentity(ledger, cells) }), number)
    }
  }
  return issued
}

export const rowKey = ({ ledger, identity }: RowName): string => `${ledger} ${identity}`

/** The place of a row: by the number that stands in it, or was issued to it and is not written in yet. */
export function placeOfRow(form: string, ledger: Ledger, cells: Cells, issued: IssuedNumbers): EvidencePlace {
  const column = ledger.columns.find(({ role }) => role === 'number')?.id ?? ''
  const row = { ledger: ledger.id, identity: rowIdentity(ledger, cells) }
  const number = cells[column]?.trim() || issued.get(rowKey(row))
  return { form, item: number ?? null, row, title: nameOfRow(ledger, cells) }
}

/** What a row is called; empty while nothing says which one it is. */
export function nameOfRow(ledger: Ledger, cells: Cells): string {
  return cells[ledger.identity[0] ?? '']?.trim() ?? ''
}

/** Was this put at that place? A row that got its number meanwhile is the one it was. */
export function isAt(place: EvidencePlace, { form, item, row }: Omit<EvidencePlace, 'title'>): boolean {
  if (form !== place.form) return false
  if (item !== null) return item === place.item
  return row !== null && place.row !== null && rowKey(row) === rowKey(place.row)
}
