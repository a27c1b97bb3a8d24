import {
  reasonKey,
  type CellAddress,
  type CellPath,
  type Form,
  type RecognitionNote,
  type Total,
  type Verdict,
} from '@kaohe/shared-rules'
import { toldProblem, type Problem } from '../problem.ts'
import { numberRows, type IssuedNumber } from '../reports/numbers.ts'
import { receivedCells } from '../reports/received-cells.ts'
import { refusalTitles } from '../workbooks/reading/refusal.ts'
import type { Finding, ReadFinding } from './finding.ts'
import type { Prepared } from './prepare.ts'

/** What would become of one cell, before anything is accepted. */
export interface CheckedCell extends Partial<CellAddress> {
  readonly path: CellPath
  readonly text: string | null
  readonly status: 'accepted' | 'unchanged' | 'refused'
  /** Why it is refused. */
  readonly reason?: string
}

/** 绿 · 黄 · 红 · 空表 · 不能接收: what may be done with a file as it is. */
export type EntryState = 'green' | 'amber' | 'red' | 'empty' | 'turned-down'

export type Outcome =
  | (Extract<Finding, { kind: 'unreadable' }> & { readonly title: string })
  | Exclude<Finding, { kind: 'unreadable' | 'read' }>
  | {
      readonly kind: 'accepted'
      readonly form: string
      readonly unit: string
      readonly receipt: string
    }
  | {
      readonly kind: 'checked'
      readonly form: string
      readonly unit: string
      readonly state: EntryState
      /** Number of the unit's report that this one would replace: an acceptance says it, so that none is replaced unseen. */
      readonly against: string | null
      readonly cells: readonly CheckedCell[]
      readonly verdicts: readonly Verdict[]
      /** Amber verdicts that want a sentence, by their keys. */
      readonly missing: readonly string[]
      readonly foreign: readonly CellAddress[]
      readonly notes: readonly RecognitionNote[]
      readonly total: Total
      /** Why it would be turned down whatever its figures are. */
      readonly problem: ReturnType<typeof toldProblem> | null
    }

/** What is told of a file from which nothing can be reported yet, or nothing more. */
export function plainOutcome(finding: Exclude<Finding, ReadFinding>): Outcome {
  return finding.kind === 'unreadable' ? { ...finding, title: refusalTitles[finding.reason] } : finding
}

/** The dry run: every cell with what the receipt would say of it, and everything that stands against it. */
export function checkedOutcome(
  form: Form,
  { record, addresses, unit, foreign, notes }: ReadFinding,
  { red, amber, advice, filling, result, earlier }: Prepared,
  { known, problem }: { readonly known: readonly IssuedNumber[]; readonly problem: Problem | null },
): Outcome {
  const numbering = numberRows(form, record, known, () => '')
  const before = earlier && { record: earlier.record, numbers: earlier.receipt.numbers }
  const cells = receivedCells(form, record, numbering, before).map((cell): CheckedCell => {
    const fault = red.find(({ paths }) => paths.includes(cell.path))
    const refused = fault ? { status: 'refused' as const, reason: fault.message ?? fault.check } : {}
    return { ...cell, ...addresses[cell.path], text: textAt(record, cell.path), ...refused }
  })
  const state = problem
    ? 'turned-down'
    : red.length > 0
      ? 'red'
      : filling === 'empty'
        ? 'empty'
        : amber.length > 0
          ? 'amber'
          : 'green'
  return {
    kind: 'checked',
    form: form.id,
    unit,
    state,
    against: earlier?.number ?? null,
    cells,
    verdicts: [...red, ...amber, ...advice],
    missing: amber.map(reasonKey),
    foreign,
    notes,
    total: result.total,
    problem: problem && toldProblem(problem),
  }
}

function textAt(record: ReadFinding['record'], path: CellPath): string | null {
  const [ledger = '', row, column] = path.split('.')
  if (row === undefined || column === undefined) return record.cells[path] ?? null
  return record.ledgers[ledger]?.[Number(row)]?.[column] ?? null
}
