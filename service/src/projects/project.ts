import { isDay, unitSchema, type Cells, type Library, type StageName, type Unit } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { cellsSchema, stageNameSchema } from '../contract/shapes/forms.ts'
import type { DecidedReport } from '../verification/decided-report.ts'
import { cellOf, hasReached, keeperFor, stageOf, type ProjectLedger } from './library.ts'
import type { LibraryReport } from './sightings.ts'
import type { ProjectDecision } from './store.ts'

/**
 * 在库 · 待移出 (verified 竣工, not let go yet) · 已移出 · 消失 (no longer in the unit's ledger, and never let go) · 剔除 (struck by
 * the bureau).
 */
const projectStateSchema = z.enum(['in-library', 'removal-proposed', 'removed', 'dropped', 'struck'])
export type ProjectState = Described<typeof projectStateSchema>

/** Something about a project that a person should look at; never a verdict. */
const attentionSchema = z.enum([
  'stage-unreadable',
  'stage-went-back',
  'start-date-missing',
  'completion-date-missing',
  'completed-before-start',
  'registered-before-start',
  'removed-unconfirmed',
  'never-in-reserve',
  'idle-reserve',
  'dropped',
])
export type Attention = Described<typeof attentionSchema>

/** One project of the library, followed through all windows by its 项目编号. */
export const libraryProjectSchema = z
  .strictObject({
    number: z.string(),
    unit: unitSchema.pick({ id: true, name: true }),
    name: z.string(),
    stage: stageNameSchema.nullable(),
    state: projectStateSchema,
    /** 待入库 until the keeper has taken it in or turned it down. */
    admission: z.enum(['awaited', 'admitted', 'declined']),
    /** Has the keeper of the library approved or adjusted the row as it stands? */
    verified: z.boolean(),
    /** As verified, else as reported. */
    cells: cellsSchema,
    /** Day a stage was reached: as its date column says, else the last day of the window it was first reported for. */
    dates: z.partialRecord(stageNameSchema, z.string()),
    /** Last days of windows. */
    firstReported: z.string(),
    lastReported: z.string(),
    lastChanged: z.string(),
    attention: z.array(attentionSchema),
  })
  .meta({ id: 'Project' })
export type LibraryProject = Described<typeof libraryProjectSchema>

export interface ProjectBasis {
  readonly place: ProjectLedger
  readonly unit: Unit
  /** All reports of the library's form by this unit, in order of receipt. */
  readonly reports: readonly LibraryReport[]
  /** The one that counts, with what was decided about its rows. */
  readonly counted: DecidedReport | undefined
  /** The unit's, oldest first. */
  readonly decisions: readonly ProjectDecision[]
  /** Today, in China. */
  readonly today: string
}

/** The projects a unit ever reported, by number. What has left the ledger stays in the library until it is let go, and in the archive then. */
export function projectsOf(basis: ProjectBasis): readonly LibraryProject[] {
  const numbers = [...new Set(basis.reports.flatMap(({ rows }) => [...rows.keys()]))]
  return numbers.toSorted().map((number) => projectOf(basis, number))
}

function projectOf({ place, unit, reports, counted, decisions, today }: ProjectBasis, number: string): LibraryProject {
  const { library } = place
  const seen = reports.filter(({ rows }) => rows.has(number))
  const reported = seen.at(-1)?.rows.get(number) ?? {}
  const own = decisions.filter(({ project }) => project === number)
  const removal = own.findLast(({ kind }) => kind === 'removed')
  const row = counted?.items.find((item) => item.kind === 'row' && item.item === number)
  const decision = counted?.decisions.get(number)?.get(keeperFor(library, unit.id))
  const verified = decision !== undefined && decision.verdict !== 'return'
  const struck = decision?.adjustment !== null && decision !== undefined && 'struck' in (decision.adjustment ?? {})
  const adjusted = decision?.adjustment && 'cells' in decision.adjustment ? decision.adjustment.cells : {}
  const present = row?.kind === 'row' ? { ...row.cells, ...adjusted } : reported
  const cells = removal?.cells ?? present
  const stage = stageOf(library, cells)
  const state: ProjectState = removal
    ? 'removed'
    : row === undefined
      ? 'dropped'
      : struck
        ? 'struck'
        : verified && hasReached(stage, 'completed')
          ? 'removal-proposed'
          : 'in-library'
  const numberColumn = place.ledger.columns.find(({ role }) => role === 'number')?.id ?? ''
  const changed = seen.findLast(
    (report, at) =>
      at === 0 ||
      claimOf(report.rows.get(number), numberColumn) !== claimOf(seen[at - 1]?.rows.get(number), numberColumn),
  )
  const admission = own.findLast(({ kind }) => kind !== 'removed')?.kind
  const project = {
    number,
    unit: { id: unit.id, name: unit.name },
    name: cellOf(cells, library.columns.name) ?? number,
    stage,
    state,
    admission: admission === 'admitted' || admission === 'declined' ? admission : ('awaited' as const),
    verified,
    cells,
    dates: { ...datesOf(library, seen, number, cells), ...(removal && { removed: removal.at.slice(0, 10) }) },
    firstReported: seen[0]?.windowEnd ?? '',
    lastReported: seen.at(-1)?.windowEnd ?? '',
    lastChanged: changed?.windowEnd ?? '',
  }
  return { ...project, attention: attentionOf(library, project, seen, today) }
}

/** The number is written into the row after the first report; that changes nothing of what is claimed. */
const claimOf = (cells: Cells = {}, numberColumn: string): string =>
  JSON.stringify(Object.entries(cells).filter(([column, value]) => column !== numberColumn && value !== null))

function datesOf(
  { columns, ...library }: Library,
  seen: readonly LibraryReport[],
  number: string,
  cells: Cells,
): Partial<Record<StageName, string>> {
  const dates: Partial<Record<StageName, string>> = {}
  for (const { rows, windowEnd } of seen) {
    const stage = stageOf({ columns, ...library }, rows.get(number) ?? {})
    if (stage !== null) dates[stage] ??= windowEnd
  }
  const [start, completion] = [columns.start, columns.completion].map((column) => cellOf(cells, column))
  if (start && isDay(start)) dates.started = start
  if (completion && isDay(completion)) dates.completed = completion
  return dates
}

/** What does not go with the order 储备 → 签约 → 开工 → 入统 → 竣工 → 移出. */
function attentionOf(
  library: Library,
  { stage, state, cells, lastChanged, number }: Omit<LibraryProject, 'attention'>,
  seen: readonly LibraryReport[],
  today: string,
): readonly Attention[] {
  if (state === 'removed' || state === 'struck') return []
  const { columns, fresh, yes, idleDays } = library
  const stages = seen.map(({ rows }) => stageOf(library, rows.get(number) ?? {}))
  const [start, completion] = [columns.start, columns.completion].map((column) => cellOf(cells, column))
  const isStarted = hasReached(stage, 'started')
  const isNew = cellOf(cells, columns.kind) === fresh
  const idle = daysBetween(lastChanged, today) >= idleDays
  const found: readonly (readonly [Attention, boolean])[] = [
    ['dropped', state === 'dropped'],
    ['stage-unreadable', stage === null],
    [
      'stage-went-back',
      stages.some((one, at) => one !== null && hasReached(stages[at - 1] ?? null, one) && one !== stages[at - 1]),
    ],
    ['start-date-missing', isStarted && !start],
    ['completion-date-missing', hasReached(stage, 'completed') && !completion],
    ['completed-before-start', Boolean(start && completion && completion < start)],
    ['registered-before-start', cellOf(cells, columns.registered) === yes && stage !== null && !isStarted],
    ['removed-unconfirmed', stage === 'removed'],
    ['never-in-reserve', isNew && isStarted && !stages.includes('reserve') && !stages.includes('signed')],
    ['idle-reserve', state === 'in-library' && stage === 'reserve' && idle],
  ]
  return found.flatMap(([attention, holds]) => (holds ? [attention] : []))
}

const dayMs = 24 * 60 * 60 * 1000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs
