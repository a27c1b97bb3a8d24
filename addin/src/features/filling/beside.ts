import type { Cells, Ledger } from '@kaohe/shared-rules'
import { createContext, type ReactNode } from 'react'

/** What is shown beside figures and rows and is not filling's own. */
export interface Beside {
  readonly figure: (form: string, column: string, title: string) => ReactNode
  readonly row: (ledger: Ledger, cells: Cells) => ReactNode
  readonly ledger: (ledger: Ledger, rows: readonly Cells[]) => ReactNode
}

/** Comes past the rows, which an edit draws anew only where it changed them; null until it has been fetched. */
export const BesideContext = createContext<Beside | null>(null)
