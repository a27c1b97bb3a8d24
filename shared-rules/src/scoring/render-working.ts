import { exact } from '../decimal-text.ts'
import { multiply, ratio, rounded } from '../exact.ts'
import type { MissingFact, Step } from '../measures/points.ts'
import type { Pack } from '../pack/pack.ts'
import type { IndicatorResult, UnitResult } from './result.ts'
import { stepTexts, type Locale } from './step-texts.ts'

/** The working of a unit's score as lines of text: each indicator with its steps indented below, then the total. */
export function renderWorking(pack: Pack, result: UnitResult, locale: Locale): readonly string[] {
  const texts = stepTexts[locale]
  const { total } = result
  return [
    ...result.indicators.flatMap((indicator) => renderIndicator(pack, indicator, locale)),
    total.kind === 'total'
      ? `${texts.total} ${total.shown} ${texts.points}`
      : `${texts.withheld} ${total.counted} ${texts.points} / ${total.countedWeight}`,
    ...(pack.notice === '' ? [] : [pack.notice]),
  ]
}

/** The same for one indicator, for the place where its cell is. */
export function renderIndicator(pack: Pack, result: IndicatorResult, locale: Locale): readonly string[] {
  const texts = stepTexts[locale]
  const indicator = pack.indicators.find(({ id }) => id === result.indicator)
  const outcome = result.shown === null ? texts.statuses[result.status] : `${result.shown} ${texts.points}`
  const weight = result.weight === null ? '' : ` (${texts.weight} ${readable(result.weight)})`
  const unit = indicator ? ` ${indicator.unit}` : ''
  const figures = [
    result.target !== null && `${texts.target} ${readable(result.target)}${unit}`,
    result.actual !== null && `${texts.actual} ${readable(result.actual)}${unit}`,
    result.completion !== null && `${texts.completion} ${percent(result.completion)}`,
  ].filter((text) => text !== false)
  return [
    `${indicator?.title ?? result.indicator}: ${outcome}${weight}`,
    ...(figures.length === 0 ? [] : [`  ${figures.join('  ')}`]),
    ...result.working.filter(({ name }) => name !== 'completion').map((step) => `  ${renderStep(step, locale)}`),
    ...result.missing.map((fact) => `  ${texts.statuses.undecided}: ${renderMissing(fact, locale)}`),
    ...(result.points === null || result.points === result.shown
      ? []
      : [`  ${readable(result.points)} → ${result.shown ?? ''} ${texts.points}`]),
    `  ${texts.clause}: ${result.clause ?? indicator?.clause ?? ''}`,
  ]
}

function renderStep({ name, value, item }: Step, locale: Locale): string {
  const texts = stepTexts[locale]
  const place = item === undefined ? '' : `${texts.item((item + 1).toString())} `
  return `${place}${texts.steps[name]} ${readable(value)}`
}

function renderMissing({ kind, key, index, field }: MissingFact, locale: Locale): string {
  const texts = stepTexts[locale]
  const place = index === undefined ? '' : ` ${texts.item((index + 1).toString())}`
  return `${texts.missing[kind]} ${key}${place}${field === undefined ? '' : ` ${field}`}`
}

const hundred = ratio(100n)

const percent = (text: string): string =>
  `${trimmed(rounded(multiply(exact(text), hundred), { places: 4, halves: 'up' }))}%`

/** A fraction with its decimal beside it; a decimal as it is. */
function readable(text: string): string {
  return text.includes('/') ? `${text} (≈${rounded(exact(text), { places: 6, halves: 'up' })})` : text
}

const trimmed = (decimal: string): string => decimal.replace(/\.?0+$/, '')
