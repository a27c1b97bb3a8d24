import {
  cellPath,
  sourcesOf,
  type CellAddress,
  type CellPath,
  type Column,
  type Form,
  type FormRecord,
  type Indicator,
  type IndicatorResult,
  type Ledger,
  type Pack,
  type UnitResult,
} from '@kaohe/shared-rules'
import type { Verification } from '../../api/client.ts'
import type { Finding } from '../../ui/FindingRow.tsx'

/** One input cell of the unit's row. */
export interface CellEntry {
  readonly column: Column
  readonly path: CellPath
  readonly value: string | null
  /** What the latest report said; undefined without one. */
  readonly before?: string | null
  readonly address?: CellAddress
  readonly findings: readonly Finding[]
}

/** One indicator this form is scored from, and where its figure comes from: a cell of the row, or a ledger. */
export interface IndicatorEntry {
  readonly indicator: Indicator
  readonly result: IndicatorResult
  readonly cell?: CellEntry
  readonly ledger?: Ledger
  /** The cell where the target stands in the sheet. */
  readonly target?: CellAddress
  /** How far the bureaus have come with it. */
  readonly verification?: Verification
}

export interface Entries {
  readonly indicators: readonly IndicatorEntry[]
  /** Input cells that no indicator is read from, as 备注. */
  readonly others: readonly CellEntry[]
}

interface Read {
  readonly record: FormRecord
  readonly addresses: Readonly<Record<CellPath, CellAddress>>
  /** By target key. */
  readonly targetCells: Readonly<Record<string, CellAddress>>
}

interface Known {
  readonly findings: readonly Finding[]
  readonly result: UnitResult
  /** The latest report of this form. */
  readonly previous: FormRecord | null
  readonly verification: readonly Verification[]
}

/** The unit's cells of one form, put in the order of the pack's indicators. */
export function entriesOf(
  pack: Pack,
  form: Form,
  { record, addresses, targetCells }: Read,
  { findings, result, previous, verification }: Known,
): Entries {
  const cells = form.matrix.columns
    .filter(({ role }) => role === 'input' || role === 'note')
    .map((column): CellEntry => {
      const path = cellPath(column.id)
      const address = addresses[path]
      return {
        column,
        path,
        value: record.cells[column.id] ?? null,
        findings: findings.filter(({ paths }) => paths.includes(path)),
        ...(previous ? { before: previous.cells[column.id] ?? null } : {}),
        ...(address ? { address } : {}),
      }
    })
  const results = new Map(result.indicators.map((one) => [one.indicator, one]))
  const indicators = pack.indicators.flatMap((indicator): IndicatorEntry[] => {
    const result = results.get(indicator.id)
    const sources = sourcesOf(indicator.actual)
    const cell = cells.find(({ column }) => column.figure !== undefined && sources.keys.includes(column.figure))
    const ledger = form.ledgers.find(({ id }) => sources.ledgers.includes(id))
    if (!result || (!cell && !ledger)) return []
    const target = indicator.target === null ? undefined : targetCells[indicator.target]
    const verified = verification.find((one) => one.indicator === indicator.id)
    return [
      {
        indicator,
        result,
        ...(cell ? { cell } : {}),
        ...(ledger ? { ledger } : {}),
        ...(target ? { target } : {}),
        ...(verified ? { verification: verified } : {}),
      },
    ]
  })
  const used = new Set(indicators.flatMap(({ cell }) => (cell ? [cell.path] : [])))
  return { indicators, others: cells.filter(({ path }) => !used.has(path)) }
}

/** Does this form want anything of the unit for this indicator? */
export function isAsked({ result: { status } }: IndicatorEntry): boolean {
  return status !== 'no-task' && status !== 'excluded' && status !== 'pending'
}
