import { exact } from '../decimal-text.ts'
import { multiply, ratio, rounded } from '../exact.ts'
import type { MissingFact, Step } from '../measures/points.ts'
import type { Pack } from '../pack/pack.ts'
import { renderConventions, renderInputs } from './render-inputs.ts'
import type { IndicatorResult, UnitResult } from './result.ts'
import { stepTexts, type Locale } from './step-texts.ts'

/** The working of a unit's score as lines of text: each indicator with its steps indented below, then the total. */
export function renderWorking(pack: Pack, result: UnitResult, locale: Locale): readonly string[] {
  const { total: shownTotal, withheld, points, colon } = stepTexts[locale]
  const { total } = result
  return [
    ...result.indicators.flatMap((indicator) => renderIndicator(pack, indicator, locale)),
    total.kind === 'total'
      ? `${shownTotal} ${total.shown} ${points}`
      : `${withheld}${colon}${total.counted} ${points} / ${total.countedWeight}`,
    ...(pack.notice === '' ? [] : [pack.notice]),
  ]
}

/** The same for one indicator, for the place where its cell is. */
export function renderIndicator(pack: Pack, result: IndicatorResult, locale: Locale): readonly string[] {
  const texts = stepTexts[locale]
  const indicator = pack.indicators.find(({ id }) => id === result.indicator)
  const outcome = result.shown === null ? texts.statuses[result.status] : `${result.shown} ${texts.points}`
  const weight = result.weight === null ? '' : texts.brackets(`${texts.weight} ${readable(result.weight)}`)
  const rounding = result.points !== null && result.shown !== null && result.points !== result.shown
  return [
    `${indicator?.title ?? result.indicator}${texts.colon}${outcome}${weight}`,
    ...renderFigures(result, indicator?.unit ?? '', locale),
    ...renderInputs(result, locale),
    // The completion stands among the figures already.
    ...result.working
      .filter(({ name, part }) => name !== 'completion' || part !== undefined)
      .map((step) => `  ${renderStep(step, locale)}`),
    ...result.missing.map((fact) => `  ${texts.statuses.undecided}${texts.colon}${renderMissing(fact, locale)}`),
    ...(rounding ? [`  ${readable(result.points)} → ${result.shown} ${texts.points}`] : []),
    ...renderConventions(result, locale),
    `  ${texts.clause}${texts.colon}${result.clause ?? indicator?.clause ?? ''}`,
  ]
}

function renderFigures(
  { target, actual, completion }: IndicatorResult,
  unit: string,
  locale: Locale,
): readonly string[] {
  const texts = stepTexts[locale]
  const figures = [
    target !== null && `${texts.target} ${readable(target)}`,
    actual !== null && `${texts.actual} ${readable(actual)}`,
    completion !== null && `${texts.completion} ${percent(completion)}`,
  ].filter((text) => text !== false)
  if (figures.length === 0) return []
  return [`  ${figures.join(texts.comma)}${unit === '' ? '' : texts.brackets(`${texts.unit}${texts.colon}${unit}`)}`]
}

function renderStep({ name, value, item, part }: Step, locale: Locale): string {
  const texts = stepTexts[locale]
  const place = item === undefined ? '' : `${texts.item((item + 1).toString())} `
  const inside = part === undefined || part === '' ? '' : `${part} `
  return `${inside}${place}${texts.steps[name]} ${readable(value)}`
}

function renderMissing({ kind, key, index, field, unit }: MissingFact, locale: Locale): string {
  const texts = stepTexts[locale]
  const place = index === undefined ? '' : ` ${texts.item((index + 1).toString())}`
  return `${unit === undefined ? '' : `${unit} `}${texts.missing[kind]} ${key}${place}${field === undefined ? '' : ` ${field}`}`
}

const hundred = ratio(100)

const percent = (text: string): string =>
  `${trimmed(rounded(multiply(exact(text), hundred), { places: 4, halves: 'up' }))}%`

/** A fraction with its decimal beside it; a decimal as it is. */
function readable(text: string): string {
  return text.includes('/') ? `${text} (≈${rounded(exact(text), { places: 6, halves: 'up' })})` : text
}

const trimmed = (decimal: string): string => decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
