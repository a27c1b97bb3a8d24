import type { CellAddress, CellValue } from '@kaohe/shared-rules'
import type { Workbook, WorkbookError } from './workbook.ts'

/** A rectangle of cells, to be written at once. */
export interface WrittenBlock {
  readonly place: CellAddress
  readonly values: readonly (readonly CellValue[])[]
}

/** Cells written so far, of how many. */
export interface WriteProgress {
  readonly written: number
  readonly of: number
}

export type WriteEnd = WriteProgress &
  (
    | { readonly step: 'done' }
    | { readonly step: 'cancelled' }
    /** Refused by the workbook; blocks before the refused one are in the sheet. */
    | { readonly step: 'refused'; readonly error: WorkbookError }
  )

export interface Watched {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: WriteProgress) => void
}

/** Writes the blocks of one press one after the other. Each is in the sheet as a whole or not at all: who cancels stops before the next one. */
export async function writeBlocks(
  workbook: Pick<Workbook, 'write'>,
  blocks: readonly WrittenBlock[],
  { signal, onProgress }: Watched = {},
): Promise<WriteEnd> {
  const of = blocks.reduce((sum, { values }) => sum + cellsOf(values), 0)
  const press = {}
  let written = 0
  for (const { place, values } of blocks) {
    if (signal?.aborted) return { step: 'cancelled', written, of }
    onProgress?.({ written, of })
    const answer = await workbook.write(place, values, press)
    if (!answer.ok) return { step: 'refused', error: answer.error, written, of }
    written += cellsOf(values)
  }
  return { step: 'done', written, of }
}

function cellsOf(values: WrittenBlock['values']): number {
  return values.reduce((sum, row) => sum + row.length, 0)
}
