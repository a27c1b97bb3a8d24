import type { Cells, Column, Ledger } from '@kaohe/shared-rules'

export interface PairedRow {
  readonly was: Cells | undefined
  readonly is: Cells | undefined
  /** Where it lies now, or lay then if it is gone. */
  readonly row: number
}

/** Each row beside what it was, wherever it was moved to; those that are gone come last. */
export function pairedRows(ledger: Ledger, before: readonly Cells[], after: readonly Cells[]): readonly PairedRow[] {
  const left = new Map<string, number[]>()
  before.forEach((row, index) => {
    for (const key of keysOf(ledger, row)) left.set(key, [...(left.get(key) ?? []), index])
  })
  const taken = new Set<number>()
  const found = after.map((is, row): PairedRow => {
    const at =
      left.size === 0
        ? undefined
        : keysOf(ledger, is)
            .flatMap((key) => left.get(key) ?? [])
            .find((index) => !taken.has(index))
    if (at !== undefined) taken.add(at)
    return { was: at === undefined ? undefined : before[at], is, row }
  })
  const gone = before.flatMap((was, row): PairedRow[] => (taken.has(row) ? [] : [{ was, is: undefined, row }]))
  return [...found, ...gone]
}

/** What a row is known by: its issued number first, else what identifies it. */
function keysOf(ledger: Ledger, row: Cells): readonly string[] {
  const number = ledger.columns.find(({ role }) => role === 'number')
  const issued = number ? row[number.id] : null
  const named = ledger.identity.map((id) => row[id] ?? '')
  return [
    ...(issued ? [`number ${issued}`] : []),
    ...(named.some((text) => text !== '') ? [`named ${JSON.stringify(named)}`] : []),
  ]
}

/** What a person typed, as against what comes with the form. */
export const isReported = ({ role }: Column): boolean => role === 'input' || role === 'note'
