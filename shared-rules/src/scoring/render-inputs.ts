import { conventionTexts } from './convention-texts.ts'
import type { Convention } from './conventions.ts'
import type { Input } from './inputs.ts'
import { stepTexts, type Locale } from './step-texts.ts'
import type { IndicatorResult } from './result.ts'

/** The facts that the line of figures does not show yet: ledger rows, figures something was worked out of, and where a fact came from. */
export function renderInputs({ inputs = [], target, actual }: IndicatorResult, locale: Locale): readonly string[] {
  const shown = { target, actual, items: undefined }
  return inputs
    .filter(({ kind, value, origin }) => origin !== undefined || (value !== null && value !== shown[kind]))
    .map((input) => `  ${conventionTexts[locale].inputs}${stepTexts[locale].colon}${renderInput(input, locale)}`)
}

function renderInput({ kind, key, value, places, origin }: Input, locale: Locale): string {
  const { missing, brackets, comma } = stepTexts[locale]
  const { origins, rows } = conventionTexts[locale]
  const word = missing[kind === 'items' ? 'item' : kind]
  const from = origin ? brackets([origins[origin.status], origin.place, origin.by].filter(Boolean).join(comma)) : ''
  if (!places || places.length === 0) return `${word} ${key} ${value ?? '—'}${from}`
  return `${word} ${key}${comma}${rows(places.map((place) => (place + 1).toString()).join('、'))}${from}`
}

/** What the pack says where offices disagree, in one line. */
export function renderConventions({ conventions = [] }: IndicatorResult, locale: Locale): readonly string[] {
  if (conventions.length === 0) return []
  const { heading, semicolon } = conventionTexts[locale]
  return [
    `  ${heading}${stepTexts[locale].colon}${conventions.map((each) => renderConvention(each, locale)).join(semicolon)}`,
  ]
}

function renderConvention({ name, value, as, side }: Convention, locale: Locale): string {
  const texts = conventionTexts[locale]
  const title = `${side ? `${texts.sides[side]} ` : ''}${texts.conventions[name]}`
  if (value === null) return `${title} ${texts.unbounded}`
  if (as) return `${title} ${texts[as](value)}`
  const [first = '', second] = name === 'rounding' ? value.split(' ') : [value]
  const word = Object.hasOwn(texts.values, second ?? first) ? texts.values[second ?? first] : undefined
  return second === undefined ? `${title} ${word ?? first}` : `${title} ${texts.places(first)} ${word ?? second}`
}
