import { expect } from 'vitest'
import type { Stage } from '../../open-stage.ts'
import { pane, type OpenForm } from '../excel-clerk.ts'
import { figures, type RawFigures } from '../figures.ts'
import { pasteLedger } from '../form-clerk.ts'
import { oracleOf } from '../oracle.ts'
import { enclaveRow, typed } from '../records.ts'

/** Where a chapter plays. */
export type OnStage = () => Stage
export const patience = { timeout: 10_000 }

/** Units whose forms are filled through the pane; the others report over HTTP. */
export const throughThePane = ['heping', 'finance']

export function rawOf(unit: string): RawFigures {
  const raw = figures.find((each) => each.unit === unit)
  if (!raw) throw new Error(unit)
  return raw
}

/** Pastes 附件3 and waits for the points that the raw figures give. */
export async function fillEnclave({ host, page }: OpenForm, unit: string): Promise<void> {
  pasteLedger(
    host,
    'enclaves',
    rawOf(unit).enclaves.map((row) => typed(enclaveRow(row))),
  )
  await expect
    .poll(() => pane.card(page, '“飞地经济”').innerText(), patience)
    .toContain(oracleOf(unit).points['enclave'])
}
