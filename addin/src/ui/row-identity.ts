import type { Cells, Ledger } from '@kaohe/shared-rules'

/** What tells a row of a ledger from others for as long as it has no number: its identity columns, as one text. */
export const rowIdentity = (ledger: Ledger, cells: Cells): string =>
  JSON.stringify(ledger.identity.map((column) => cells[column] ?? ''))
