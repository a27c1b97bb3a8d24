import type { Cells, Ledger, Library } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { stageNameSchema } from '../contract/shapes/forms.ts'
import type { Database } from '../db/schema.ts'
import type { Match } from '../registrations/store.ts'
import { adjustmentSchema } from '../verification/decision.ts'
import { decisionHistory } from '../verification/store.ts'
import { cellOf, stageOf, type ProjectLedger } from './library.ts'
import type { LibraryReport } from './sightings.ts'
import { projectDecisionKindSchema, type ProjectDecision } from './store.ts'

const cellChangeSchema = z.strictObject({
  column: z.string(),
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type CellChange = Described<typeof cellChangeSchema>

const happened = { at: z.string(), by: z.string() }
/** One thing that happened to a project: which report or decision, for which window, by whom. */
export const projectEventSchema = z.union([
  z.strictObject({
    ...happened,
    kind: z.literal('reported'),
    report: z.string(),
    window: z.string(),
    stage: stageNameSchema.nullable(),
    /** Against the report before; all filled cells the first time. */
    changes: z.array(cellChangeSchema),
  }),
  z.strictObject({ ...happened, kind: z.literal('dropped'), report: z.string(), window: z.string() }),
  z.strictObject({
    ...happened,
    kind: z.literal('verified'),
    bureau: z.string(),
    report: z.string().nullable(),
    window: z.string(),
    verdict: z.enum(['approve', 'adjust', 'return']),
    adjustment: adjustmentSchema.nullable(),
    reason: z.string().nullable(),
  }),
  z.strictObject({
    ...happened,
    kind: projectDecisionKindSchema,
    decider: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    ...happened,
    kind: z.enum(['matched', 'told-apart']),
    code: z.string(),
    reason: z.string().nullable(),
  }),
])
export type ProjectEvent = Described<typeof projectEventSchema>

/** What reports said of a project: every report in which it appeared, changed or was no longer there. */
export function reportedEvents(
  { ledger, library }: ProjectLedger,
  reports: readonly LibraryReport[],
  number: string,
): readonly ProjectEvent[] {
  let before: Cells | undefined
  return reports.flatMap(({ report, window, receivedAt: at, by, rows }): readonly ProjectEvent[] => {
    const [was, now] = [before, rows.get(number)]
    before = now
    if (!now) return was ? [{ kind: 'dropped', at, by, report, window }] : []
    const changes = changesBetween(ledger, was ?? {}, now)
    return changes.length === 0
      ? []
      : [{ kind: 'reported', at, by, report, window, stage: stageIn(library, now), changes }]
  })
}

const stageIn = (library: Library, cells: Cells) => stageOf(library, cells)

function changesBetween({ columns }: Ledger, before: Cells, after: Cells): readonly CellChange[] {
  return columns.flatMap(({ id, head, role }) => {
    const [was, now] = [cellOf(before, id), cellOf(after, id)]
    return role === 'number' || was === now ? [] : [{ column: id, title: head.join(' · '), before: was, after: now }]
  })
}

/** What bureaus decided about a project's rows, in whatever state they were. */
export async function verifiedEvents(
  db: Kysely<Database>,
  { campaign, unit, form, number }: { campaign: string; unit: string; form: string; number: string },
): Promise<readonly ProjectEvent[]> {
  const decisions = await decisionHistory(db, { campaign, unit, form, item: number })
  return decisions
    .toReversed()
    .flatMap(({ bureau, report, window, verdict, adjustment, reason, by, at }) =>
      verdict === 'supply' ? [] : [{ kind: 'verified', at, by, bureau, report, window, verdict, adjustment, reason }],
    )
}

export const decidedEvents = (decisions: readonly ProjectDecision[], number: string): readonly ProjectEvent[] =>
  decisions
    .filter(({ project }) => project === number)
    .map(({ kind, decider, reason, by, at }) => ({ kind, decider, reason, by, at }))

export const matchedEvents = (matches: readonly Match[], number: string): readonly ProjectEvent[] =>
  matches
    .filter(({ project }) => project === number)
    .map(({ code, same, reason, by, at }) => ({ kind: same ? 'matched' : 'told-apart', code, reason, by, at }))

/** In the order in which it happened. */
export const inOrder = (events: readonly ProjectEvent[]): readonly ProjectEvent[] =>
  events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
