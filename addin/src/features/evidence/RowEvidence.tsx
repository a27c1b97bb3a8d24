import type { Cells, Ledger } from '@kaohe/shared-rules'
import { useSyncExternalStore } from 'react'
import type { EvidenceDesk } from './evidence-desk.ts'
import { placeOfRow } from './place.ts'
import { PlaceEvidence } from './PlaceEvidence.tsx'

interface RowEvidenceProps {
  readonly desk: EvidenceDesk
  readonly ledger: Ledger
  readonly cells: Cells
}

/** The evidence of a ledger row, which may have got its number since it was put there. */
export function RowEvidence({ desk, ledger, cells }: RowEvidenceProps) {
  const { issued } = useSyncExternalStore(desk.subscribe, desk.state)
  return <PlaceEvidence desk={desk} place={placeOfRow(desk.formOf(ledger), ledger, cells, issued)} />
}
