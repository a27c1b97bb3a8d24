import type { Cells, Ledger } from '@kaohe/shared-rules'
import { Suspense, type ReactNode } from 'react'
import type { EvidenceDesk } from './evidence-desk.ts'
import { PlaceEvidence } from './PlaceEvidence.tsx'
import { RowEvidence } from './RowEvidence.tsx'
import { StrayFiles } from './StrayFiles.tsx'

/** The evidence beside a figure, beside a row, and of the rows of a ledger that are not found. */
export interface EvidenceBeside {
  readonly figure: (form: string, column: string, title: string) => ReactNode
  readonly row: (ledger: Ledger, cells: Cells) => ReactNode
  readonly ledger: (ledger: Ledger, rows: readonly Cells[]) => ReactNode
}

/** What a desk of evidence has to show. Nothing around it waits for the words it is told in. */
export function evidenceBeside(desk: EvidenceDesk): EvidenceBeside {
  return {
    figure: (form, item, title) => (
      <Suspense>
        <PlaceEvidence desk={desk} place={{ form, item, row: null, title }} />
      </Suspense>
    ),
    row: (ledger, cells) => (
      <Suspense>
        <RowEvidence desk={desk} ledger={ledger} cells={cells} />
      </Suspense>
    ),
    ledger: (ledger, rows) => (
      <Suspense>
        <StrayFiles desk={desk} ledger={ledger} rows={rows} />
      </Suspense>
    ),
  }
}
