export {
  add,
  compare,
  divide,
  exactText,
  isNegative,
  isPositive,
  isWhole,
  isZero,
  multiply,
  parseExact,
  ratio,
  rounded,
  subtract,
  type Exact,
  type Rounding,
} from './exact.ts'
export { factsFaults } from './facts-faults.ts'
export { isReportedIn, sourcesOf } from './figures/sources.ts'
export { fingerprint } from './hashing/fingerprint.ts'
export { factsSchema, unitFactsSchema, type Facts, type Item, type Origin, type UnitFacts } from './facts.ts'
export { adjustedRecord, type AdjustedPlace, type Adjustment, type PlacedAdjustment } from './forms/adjusted-record.ts'
export { fromA1, parseReference, toA1, toA1Block, toReference, type Area, type Place } from './forms/addresses.ts'
export { columnSchema, formSchema, type Column, type Form, type Ledger } from './forms/form.ts'
export { stageNames, type Library, type StageName } from './forms/library.ts'
export {
  snapshotOfGrid,
  type FormGrid,
  type GridCell,
  type GridHighlight,
  type GridSheet,
  type GridValidation,
  type StyleName,
} from './forms/grid.ts'
export type { Annex, AnnexSheet } from './forms/annex.ts'
export { annexRows, type AnnexRows } from './forms/layout/annex-rows.ts'
export { gridOfBook, type LocalBook } from './forms/layout/grid-of-book.ts'
export { layoutAnnex, pictureOfAnnex } from './forms/layout/layout-annex.ts'
export { layoutForm } from './forms/layout/layout-form.ts'
export type { LayoutOptions } from './forms/layout/layout-options.ts'
export type { Binding, TableBinding } from './forms/recognition/binding.ts'
export { normalise } from './forms/normalise.ts'
export { readForm, type FormReading } from './forms/reading/read-form.ts'
export { readingMemory, type ReadingMemory } from './forms/reading/reading-memory.ts'
export { isCaption, isTotal, textKey, unitKey } from './forms/recognition/head-text.ts'
export { recognitionMemory, type RecognitionMemory } from './forms/recognition/recognition-memory.ts'
export { recognise, type MissingHead, type Recognition, type RecognitionNote } from './forms/recognition/recognise.ts'
export {
  likenessOfHeads,
  sheetHeads,
  withChosenHeads,
  type ChosenHeads,
  type SheetHead,
} from './forms/recognition/sheet-heads.ts'
export { templateChanges, type TemplateChange } from './forms/recognition/template-changes.ts'
export { cellPath, type CellPath } from './forms/cell-path.ts'
export { formRecordSchema, type Cells, type FormRecord } from './forms/record.ts'
export type { CellAddress, CellValue, SheetSnapshot, WorkbookSnapshot } from './forms/snapshot.ts'
export type { MissingFact, Points, Step } from './measures/points.ts'
export type { Outcome } from './outcome.ts'
export { unitSchema, type Targets, type Unit } from './unit.ts'
export type { Fault } from './pack/fault.ts'
export type { Activity } from './pack/activity.ts'
export { parsePack, packSchema, type Pack, type ParsedPack } from './pack/pack.ts'
export type { Indicator, NoTask } from './pack/indicator.ts'
export { evaluatePool } from './scoring/evaluate-pool.ts'
export { evaluateUnit } from './scoring/evaluate-unit.ts'
export { fingerprints, packHash, type Fingerprints } from './scoring/fingerprints.ts'
export { rankPool, type Ranked } from './scoring/rank-pool.ts'
export { renderIndicator, renderWorking } from './scoring/render-working.ts'
export type { Convention } from './scoring/conventions.ts'
export type { Input } from './scoring/inputs.ts'
export type { IndicatorResult, IndicatorStatus, Total, UnitResult } from './scoring/result.ts'
export type { Locale } from './scoring/step-texts.ts'
export { worthOfMore } from './scoring/worth-of-more.ts'
export { waysUp, type WaysUp, type WayUp } from './scoring/ways-up.ts'
export { ledgerWorth, type ItemWorth, type LedgerWorth } from './scoring/worth-of-items.ts'
export { checkSchema, type Check } from './checks/check.ts'
export { checkMemory, type CheckMemory } from './checks/check-memory.ts'
export { checkRecord, failedVerdicts, openVerdicts, type Surroundings } from './checks/check-record.ts'
export { reasonKey, type Verdict } from './checks/verdict.ts'
export { dayNumber, isDay, weekday } from './day.ts'
export { factsOfRecords, rowsNotIn } from './facts-of-records.ts'
export { itemMemory, type ItemMemory } from './item-memory.ts'
export { selectAward, selectAwards, type AwardList, type Candidate, type Standing } from './awards/select-award.ts'
export { renderWhyNot, whyNotAwarded, type WhyNot } from './awards/why-not-awarded.ts'
export { rankTotals } from './scoring/rank-totals.ts'
export { tieAtLine } from './scoring/rank-pool.ts'
export { assess, type Assessment } from './scoring/assess.ts'
export { caseFileSchema, runCase, type CaseFile, type CaseOutcome } from './cases/case-file.ts'
export { jsonSchema, type SchemaName } from './cases/json-schemas.ts'
export { faultsOf } from './pack/fault.ts'
export { compareAssessments, type Comparison } from './scoring/compare-assessments.ts'
export { judgedKey, rubricSchema, sortKeySchema, type Award, type Rubric, type SortKey } from './pack/awards.ts'
export type { Risks } from './pack/watch.ts'
