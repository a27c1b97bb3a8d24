import { reasonKey, type CellPath, type Form } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { cellAddressSchema, recognitionNoteSchema, verdictSchema } from '../contract/shapes/checks.ts'
import { totalSchema } from '../contract/shapes/scores.ts'
import { toldProblem, type Problem } from '../problem.ts'
import { toldProblemSchema } from '../problem-catalogue.ts'
import { numberRows, type IssuedNumber } from '../reports/numbers.ts'
import { receivedCellSchema } from '../reports/receipt.ts'
import { receivedCells } from '../reports/received-cells.ts'
import { refusalTitles } from '../workbooks/reading/refusal.ts'
import { setAside, type Finding, type ReadFinding } from './finding.ts'
import type { Prepared } from './prepare.ts'

/** What would become of one cell, before anything is accepted. */
const checkedCellSchema = receivedCellSchema.extend({
  ...cellAddressSchema.partial().shape,
  text: z.string().nullable(),
})
export type CheckedCell = Described<typeof checkedCellSchema>

/** 绿 · 黄 · 红 · 空表 · 不能接收: what may be done with a file as it is. */
const entryStateSchema = z.enum(['green', 'amber', 'red', 'empty', 'turned-down'])
export type EntryState = z.infer<typeof entryStateSchema>

export const outcomeSchema = z.discriminatedUnion('kind', [
  setAside.unreadable.extend({ title: z.string() }),
  ...setAside.others,
  z.strictObject({ kind: z.literal('accepted'), form: z.string(), unit: z.string(), receipt: z.string() }),
  z.strictObject({
    kind: z.literal('checked'),
    form: z.string(),
    unit: z.string(),
    state: entryStateSchema,
    /** Number of the unit's report that this one would replace: an acceptance says it, so that none is replaced unseen. */
    against: z.string().nullable(),
    cells: z.array(checkedCellSchema),
    verdicts: z.array(verdictSchema),
    /** Amber verdicts that want a sentence, by their keys. */
    missing: z.array(z.string()),
    foreign: z.array(cellAddressSchema),
    notes: z.array(recognitionNoteSchema),
    total: totalSchema,
    /** Why it would be turned down whatever its figures are. */
    problem: toldProblemSchema.nullable(),
  }),
])
export type Outcome = Described<typeof outcomeSchema>

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
