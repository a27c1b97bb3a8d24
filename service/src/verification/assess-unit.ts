import {
  evaluateUnit,
  exactText,
  isReportedIn,
  subtract,
  type Indicator,
  type IndicatorResult,
  type Pack,
  type Targets,
  type Unit,
  type Cells,
  type UnitFacts,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { exactOf } from '../exact-of.ts'
import { decidedReport, type DecidedReport } from './decided-report.ts'
import type { Decision } from './decision.ts'
import { originsOf } from './origins.ts'
import { bureausOf } from './responsible.ts'
import { suppliedFigures, withSupplies, type Supply } from './supplies.ts'
import {
  asReported,
  decisionOf,
  disputedItems,
  factsBy,
  itemsBehind,
  settledChoice,
  type Choice,
  type UnitCase,
} from './unit-case.ts'

/** 未核 · 部分 · 已核, and 不适用 where the unit has no task. */
export const verificationStateSchema = z.enum(['unverified', 'partial', 'verified', 'not-applicable'])
export type VerificationState = Described<typeof verificationStateSchema>

const bureauViewSchema = z.strictObject({
  bureau: z.string(),
  /** The figure by this bureau's decisions alone. */
  value: z.string().nullable(),
  decided: z.int(),
  items: z.int(),
})
export type BureauView = Described<typeof bureauViewSchema>

/** One indicator of one unit as the bureaus see it. Figures are exact text; null is not known. */
export const verifiedIndicatorSchema = z.strictObject({
  indicator: z.string(),
  state: verificationStateSchema,
  /** 申报数. */
  reported: z.string().nullable(),
  /** 核定数: only once every bureau responsible has decided, and to the same effect. */
  verified: z.string().nullable(),
  /** 差异: 核定数 − 申报数. */
  difference: z.string().nullable(),
  /** The window a bureau supplied the figure for, where it did. */
  supplied: z.string().nullable(),
  bureaus: z.array(bureauViewSchema),
  /** Items on which bureaus have decided to different effect. */
  disputed: z.array(z.string()),
})
export type VerifiedIndicator = Described<typeof verifiedIndicatorSchema>

export interface AssessedUnit {
  /** What scoring goes by: verified where there is that, else reported. */
  readonly facts: UnitFacts
  /** In the order of the pack. */
  readonly indicators: readonly VerifiedIndicator[]
  /** The reports that count: of each form the latest that was not returned as a whole. */
  readonly reports: readonly DecidedReport[]
  /** What bureaus supplied themselves. */
  readonly supplies: readonly Supply[]
}

export interface UnitBasis {
  readonly unit: Unit
  readonly targets: Targets
  /** One for each form. */
  readonly reports: readonly DecidedReport['report'][]
  readonly decisions: readonly Decision[]
  /** By ledger: rows that were let go and go on counting. */
  readonly archived: Readonly<Record<string, readonly Cells[]>>
  /** Last day of the window asked for. */
  readonly until: string
  /** What people call a bureau. */
  readonly nameOf: (bureau: string) => string
}

/** Puts a unit's reports and the bureaus' decisions together to the facts that are scored, and says of each indicator how far it is verified. */
export function assessUnit(
  pack: Pack,
  { unit, targets, reports, decisions, archived, until, nameOf }: UnitBasis,
): AssessedUnit {
  const decided = pack.forms.flatMap((form) => {
    const report = reports.find(({ record }) => record.form === form.id)
    return report ? [decidedReport(form, report, decisions)] : []
  })
  const unitCase: UnitCase = { pack, unit, targets, reports: decided, archived }
  const supplies = suppliedFigures(pack, unit.id, decisions, until)
  const facts = withSupplies(factsBy(unitCase, settledChoice(unitCase)), supplies)
  const results = evaluateUnit(pack, facts).indicators
  const claimed = evaluateUnit(pack, factsBy(unitCase, asReported)).indicators
  // One evaluation for each bureau, not for each bureau and indicator.
  const views = new Map<string, readonly IndicatorResult[]>()
  const resultsBy = (bureau: string) => {
    const known = views.get(bureau)
    if (known) return known
    const choice: Choice = (report, item) => decisionOf(report, item, bureau)
    const fresh = evaluateUnit(pack, factsBy(unitCase, choice)).indicators
    views.set(bureau, fresh)
    return fresh
  }
  const indicators = pack.indicators.map((indicator, at) =>
    verifiedIndicator(unitCase, {
      valueBy: (bureau) => resultsBy(bureau)[at]?.actual ?? null,
      indicator,
      result: results[at],
      reported: claimed[at]?.actual ?? null,
      supply: supplies.find(({ key }) => indicator.actual.kind === 'reported' && key === indicator.actual.key),
    }),
  )
  const origins = originsOf(pack, { targets, reports: decided, supplies, until, nameOf })
  return { facts: { ...facts, origins }, indicators, reports: decided, supplies }
}

interface IndicatorCase {
  readonly indicator: Indicator
  readonly result: IndicatorResult | undefined
  readonly reported: string | null
  readonly supply: Supply | undefined
  readonly valueBy: (bureau: string) => string | null
}

function verifiedIndicator(unitCase: UnitCase, indicatorCase: IndicatorCase): VerifiedIndicator {
  const { indicator, result, reported, supply } = indicatorCase
  const known = { indicator: indicator.id, reported, supplied: supply?.window ?? null }
  if (result === undefined || !isTasked(result)) {
    return { ...known, state: 'not-applicable', verified: null, difference: null, bureaus: [], disputed: [] }
  }
  const bureaus = bureausOf(indicator, unitCase.unit.id).map((bureau) => viewOf(unitCase, indicatorCase, bureau))
  const disputed = supply ? [] : disputedItems(unitCase, indicator)
  const isReported = unitCase.reports.some(({ form }) => isReportedIn(form, indicator.actual))
  const state = isReported || supply ? stateOf(bureaus, disputed) : 'unverified'
  const verified = state === 'verified' ? result.actual : null
  return { ...known, state, verified, difference: differenceOf(verified, reported), bureaus, disputed }
}

export function isTasked({ status }: Pick<IndicatorResult, 'status'>): boolean {
  return status !== 'no-task' && status !== 'excluded' && status !== 'pending'
}

function viewOf(unitCase: UnitCase, { indicator, supply, valueBy }: IndicatorCase, bureau: string): BureauView {
  if (supply?.bureau === bureau) return { bureau, value: supply.value, decided: 1, items: 1 }
  const items = itemsBehind(unitCase, indicator)
  const decided = items.filter(({ report, item }) => decisionOf(report, item, bureau)).length
  return { bureau, value: valueBy(bureau), decided, items: items.length }
}

/** A report without a row claims nothing, so there is nothing left to verify. */
function stateOf(bureaus: readonly BureauView[], disputed: readonly string[]): VerificationState {
  if (disputed.length === 0 && bureaus.every(({ decided, items }) => decided === items)) return 'verified'
  return bureaus.some(({ decided }) => decided > 0) ? 'partial' : 'unverified'
}

function differenceOf(verified: string | null, reported: string | null): string | null {
  const [to, from] = [verified, reported].map((text) => (text === null ? undefined : exactOf(text)))
  return to && from ? exactText(subtract(to, from)) : null
}
