import { fromA1, toA1, type CellValue } from '@kaohe/shared-rules'
import type { Correction, Finding } from '../../ui/FindingRow.tsx'
import type { Workbook } from '../../workbook/workbook.ts'
import { writeBlocks, type Watched, type WriteEnd, type WrittenBlock } from '../../workbook/write-blocks.ts'
import type { Correcting } from './use-corrections.ts'
import type { FillingState } from './use-filling.ts'

/** Writes what a person agreed to, as far as the sheet still asks for it. */
export async function writeCorrections(
  workbook: Workbook,
  agreed: readonly Finding[],
  check: () => Promise<FillingState>,
  watched: Watched,
): Promise<Correcting> {
  // Rows may have moved since the pane last looked: what is written is found afresh.
  const fresh = await check()
  if (fresh.step === 'stopped') return { step: 'stopped', error: fresh.error, written: 0, left: agreed.length }
  const wanted = stillWanted(agreed, fresh.step === 'filled' ? fresh.findings : [])
  const end = await writeBlocks(workbook, correctionBlocks(wanted), watched)
  if (end.written > 0) await check()
  return outcomeOf(end)
}

function outcomeOf(end: WriteEnd): Correcting {
  const { written, of } = end
  if (end.step === 'done') return { step: 'idle' }
  return end.step === 'cancelled'
    ? { step: 'cancelled', written, left: of - written }
    : { step: 'stopped', error: end.error, written, left: of - written }
}

/** Findings that may be corrected at one press. A figure that is merely doubted is decided cell by cell. */
export function correctableAtOnce(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ correction, unreadable }) => correction !== undefined && unreadable === true)
}

/** Of the corrections a person agreed to, those that the sheet still asks for in the same words. */
export function stillWanted(agreed: readonly Finding[], fresh: readonly Finding[]): readonly Correction[] {
  const wanted = new Map(agreed.map(({ key, correction }) => [key, correction?.value]))
  return fresh.flatMap(({ key, correction }) =>
    correction !== undefined && wanted.get(key) === correction.value ? [correction] : [],
  )
}

interface Run {
  readonly sheet: string
  readonly column: number
  readonly row: number
  readonly entries: CellValue[]
}

/** A cell and what it is to hold. */
export type PlacedEntry = Pick<Correction, 'place' | 'entry'>

/** Neighbouring cells go in one write: runs down a column, and runs of the same rows beside each other. Nothing in between is touched. */
export function correctionBlocks(corrections: readonly PlacedEntry[]): readonly WrittenBlock[] {
  const runs: Run[] = []
  for (const { sheet, row, column, entry } of placed(corrections)) {
    const open = runs.find(
      (run) => run.sheet === sheet && run.column === column && run.row + run.entries.length === row,
    )
    if (open) open.entries.push(entry)
    else runs.push({ sheet, column, row, entries: [entry] })
  }
  const blocks: Run[][] = []
  for (const run of runs) {
    const beside = blocks.find(([first, ...more]) => {
      const width = more.length + 1
      return (
        first !== undefined &&
        first.sheet === run.sheet &&
        first.row === run.row &&
        first.entries.length === run.entries.length &&
        first.column + width === run.column
      )
    })
    if (beside) beside.push(run)
    else blocks.push([run])
  }
  return blocks.flatMap((columns) => {
    const [first] = columns
    if (!first) return []
    const values = first.entries.map((_, row) => columns.flatMap(({ entries }) => entries.slice(row, row + 1)))
    return [{ place: { sheet: first.sheet, address: toA1(first.row, first.column) }, values }]
  })
}

/** In the order of sheets, columns and rows, each cell once. */
function placed(corrections: readonly PlacedEntry[]) {
  const cells = new Map(
    corrections.flatMap(({ place: { sheet, address }, entry }) => {
      const at = fromA1(address)
      return at ? [[`${sheet}!${address}`, { sheet, row: at.row, column: at.column, entry }] as const] : []
    }),
  )
  return [...cells.values()].sort(
    (a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) || a.column - b.column || a.row - b.row,
  )
}
