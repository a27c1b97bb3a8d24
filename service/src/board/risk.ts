import {
  compare,
  isReportedIn,
  multiply,
  parseExact,
  subtract,
  type Form,
  type Indicator,
  type Pack,
  type Risks,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { projectLedger } from '../projects/library.ts'
import type { LibraryProject } from '../projects/project.ts'
import type { VerifiedIndicator } from '../verification/assess-unit.ts'
import type { LoadedUnit } from '../verification/load.ts'

/**
 * Something for a person to look at; never a verdict, and nothing is taken off for it.
 *
 * 申报数恰等于任务数 · 核定远低于申报 · 较上期突增 · 重复的文号或项目 · 项目从台账消失 · 到期未报 · 多次迟报
 */
export const riskKindSchema = z.enum([
  'equals-target',
  'verified-far-below',
  'jump',
  'duplicate',
  'project-dropped',
  'not-reported',
  'late-pattern',
])
export type RiskKind = Described<typeof riskKindSchema>

const riskPlaceSchema = z.strictObject({
  unit: z.string(),
  form: z.string().nullable(),
  /** Number of a ledger row, id of a matrix column, or a window. */
  item: z.string().nullable(),
})
export type RiskPlace = Described<typeof riskPlaceSchema>

export const riskFlagSchema = z
  .strictObject({
    flag: riskKindSchema,
    /** Of a figure; null where a row or a form is meant. */
    indicator: z.string().nullable(),
    /** Where to look: rows by 项目编号, forms, or the figure itself. */
    places: z.array(riskPlaceSchema),
  })
  .meta({ id: 'RiskFlag' })
export type RiskFlag = Described<typeof riskFlagSchema>

export interface RiskBasis {
  readonly pack: Pack
  /** All units for the window looked at. */
  readonly units: readonly LoadedUnit[]
  /** The same for the window before, by unit; empty before the second window. */
  readonly before: ReadonlyMap<string, readonly VerifiedIndicator[]>
  readonly projects: readonly LibraryProject[]
  /** By unit and form: is it due, asked for, and not there? */
  readonly missing: readonly RiskPlace[]
  /** By unit the windows it reported late, or not at all. */
  readonly late: ReadonlyMap<string, readonly string[]>
}

/** Every flag of every unit, in the order of the register. */
export function riskFlags(basis: RiskBasis): ReadonlyMap<string, readonly RiskFlag[]> {
  const { pack, units, projects, missing, late } = basis
  const repeated = byUnit(duplicates(pack, units))
  const dropped = Map.groupBy(
    projects.filter(({ state }) => state === 'dropped'),
    ({ unit }) => unit.id,
  )
  const missed = Map.groupBy(missing, ({ unit }) => unit)
  const library = projectLedger(pack)?.form.id ?? null
  return new Map(
    units.map((loaded) => {
      const { id } = loaded.unit
      const lateWindows = late.get(id) ?? []
      const isPattern = pack.risks !== undefined && lateWindows.length >= pack.risks.lateWindows
      return [
        id,
        [
          ...pack.indicators.flatMap((indicator, at) => figureFlags(basis, loaded, indicator, at)),
          ...(repeated.get(id) ?? []),
          ...(dropped.get(id) ?? []).map(({ number }) =>
            flagAt('project-dropped', { unit: id, form: library, item: number }),
          ),
          ...(missed.get(id) ?? []).map((place) => flagAt('not-reported', place)),
          ...(isPattern
            ? [
                {
                  flag: 'late-pattern' as const,
                  indicator: null,
                  places: lateWindows.map((item) => ({ unit: id, form: null, item })),
                },
              ]
            : []),
        ],
      ]
    }),
  )
}

/** Each flag under every unit that it names, in their order. */
function byUnit(flags: readonly RiskFlag[]): ReadonlyMap<string, readonly RiskFlag[]> {
  const named = new Map<string, RiskFlag[]>()
  for (const flag of flags) {
    for (const unit of new Set(flag.places.map((place) => place.unit))) {
      const own = named.get(unit) ?? []
      own.push(flag)
      named.set(unit, own)
    }
  }
  return named
}

const flagAt = (flag: RiskKind, place: RiskPlace): RiskFlag => ({ flag, indicator: null, places: [place] })

/** What one figure gives to look at: it hits its target to the last digit, was cut far, or jumped. */
export function figureFlags(
  { pack, before }: Pick<RiskBasis, 'pack' | 'before'>,
  { unit, targets, indicators }: LoadedUnit,
  indicator: Indicator,
  at: number,
): readonly RiskFlag[] {
  const known = indicators[at]
  if (!known || known.state === 'not-applicable') return []
  const target = indicator.target === null ? undefined : targets[indicator.target]
  const earlier = before.get(unit.id)?.[at]?.reported
  const [claimed, confirmed, asked, was] = [known.reported, known.verified, target, earlier].map((text) =>
    parseExact(text ?? ''),
  )
  const { farBelow, jump }: Partial<Risks> = pack.risks ?? {}
  const [least, most] = [farBelow, jump].map((text) => parseExact(text ?? ''))
  const isAmount = indicator.unit === '万元'
  const found: readonly (readonly [RiskKind, boolean])[] = [
    ['equals-target', Boolean(isAmount && claimed && asked && compare(claimed, asked) === 0)],
    ['verified-far-below', Boolean(claimed && confirmed && least && compare(confirmed, multiply(claimed, least)) < 0)],
    [
      'jump',
      Boolean(
        isAmount && claimed && was && asked && most && compare(subtract(claimed, was), multiply(asked, most)) > 0,
      ),
    ],
  ]
  const { actual } = indicator
  const form = pack.forms.find((one) => isReportedIn(one, actual))
  const column = form?.matrix.columns.find(({ figure }) => actual.kind === 'reported' && figure === actual.key)
  const place = { unit: unit.id, form: form?.id ?? null, item: column?.id ?? null }
  return found.flatMap(([flag, holds]) => (holds ? [{ flag, indicator: indicator.id, places: [place] }] : []))
}

/** Rows of different units, or of one, that the pack says must differ and do not: the same 文号, the same project. */
export function duplicates(pack: Pack, units: readonly LoadedUnit[]): readonly RiskFlag[] {
  return pack.checks.flatMap((check) => {
    const { asserts } = check
    if (asserts.kind !== 'unique') return []
    return check.where.flatMap(({ form, ledger }) => {
      const found = pack.forms.find(({ id }) => id === form)
      // A number is the service's own; that it is issued once is not for people to look at.
      const isNumber = numberColumn(found, ledger) === asserts.columns[0]
      if (!found || ledger === undefined || isNumber) return []
      return repeatedRows(units, { form, ledger, columns: asserts.columns })
    })
  })
}

const numberColumn = (form: Form | undefined, ledger: string | undefined): string | undefined =>
  form?.ledgers.find(({ id }) => id === ledger)?.columns.find(({ role }) => role === 'number')?.id

function repeatedRows(
  units: readonly LoadedUnit[],
  { form, ledger, columns }: { readonly form: string; readonly ledger: string; readonly columns: readonly string[] },
): readonly RiskFlag[] {
  const groups = new Map<string, RiskPlace[]>()
  for (const { unit, reports } of units) {
    const items = reports.find((report) => report.form.id === form)?.items ?? []
    for (const item of items) {
      if (item.kind !== 'row' || item.ledger !== ledger) continue
      const parts = columns.map((column) => spelled(item.cells[column] ?? ''))
      if (parts[0] === '') continue
      const key = JSON.stringify(parts)
      const group = groups.get(key) ?? []
      group.push({ unit: unit.id, form, item: item.item })
      groups.set(key, group)
    }
  }
  return [...groups.values()]
    .filter((places) => places.length > 1)
    .map((places) => ({ flag: 'duplicate', indicator: null, places }))
}

const spelled = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〔【[［]/g, '(')
    .replaceAll(/[〕】\]］]/g, ')')
    .toLowerCase()
