import type { Cells, FormGrid } from '@kaohe/shared-rules'
import type { Outcome } from '../intake/outcome.ts'
import type { BatchView } from '../intake/view.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import { filledGrid } from './filled-grid.ts'
import type { TestClient } from './harness.ts'

/** When a workbook says that it was written. */
const writtenAt = new Date('2019-06-18T01:00:00Z')

/** A form as the service lays it out: the office's copy, or a unit's. */
export async function gridOf(who: TestClient, form: string, owner = ''): Promise<FormGrid> {
  const response = await who.get(`/forms/${form}/grid${owner && `?unit=${owner}`}`)
  return (await response.json()) as FormGrid
}

export const workbookOf = (grid: FormGrid): Promise<Uint8Array> => writeWorkbook(grid, writtenAt)

/** The office's copy of a form, or a unit's, filled in for a unit. */
export async function mailedWorkbook(
  who: TestClient,
  form: string,
  unit: string,
  cells: Cells,
  ledgers: Record<string, readonly Cells[]> = {},
  owner = '',
): Promise<Uint8Array> {
  return workbookOf(filledGrid(await gridOf(who, form, owner), unit, cells, ledgers))
}

export async function handInFiles(who: TestClient, files: Record<string, Uint8Array>): Promise<BatchView> {
  const response = await who.upload('/intake', 'files', files)
  if (response.status !== 201) throw new Error(`not taken in: ${await response.text()}`)
  return ((await response.json()) as { batch: BatchView }).batch
}

export const outcomeOf = (batch: BatchView, seq = 1): Outcome | undefined =>
  batch.entries.find((each) => each.seq === seq)?.outcome

/** Accepts all that was checked, with sentences by the number of the file. */
export async function acceptFiles(
  who: TestClient,
  batch: BatchView,
  more: Record<string, Record<string, string>> = {},
) {
  const entries = batch.entries.flatMap(({ seq, outcome }) =>
    outcome.kind === 'checked' ? [{ seq, against: outcome.against, reasons: more[seq] ?? {} }] : [],
  )
  const response = await who.post(`/intake/${batch.id}/acceptance`, { entries })
  return (await response.json()) as { batch: BatchView; turnedDown: { seq: number; problem: { type: string } }[] }
}
