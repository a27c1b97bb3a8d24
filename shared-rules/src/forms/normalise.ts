import { isDay } from '../day.ts'
import { divide, exactText, multiply, parseExact, ratio, type Exact } from '../exact.ts'
import type { Column } from './form.ts'

/**
 * What the person probably meant, in the form a record wants: `２，０００` → `2000`, `约3亿` → `30000` in a 万元 column,
 * `2019年5月1日` → `2019-05-01`. Undefined when the text already is in that form or cannot be told. Only ever a
 * suggestion: nothing is put in place of what was typed unless the person agrees.
 */
export function normalise(text: string, column: Column): string | undefined {
  // NFKC turns full-width digits, signs and letters into plain ones.
  const plain = text.normalize('NFKC').trim()
  const meant = ((): string | undefined => {
    switch (column.type) {
      case 'amount':
        return amount(plain, column.unit)
      case 'count':
        return count(plain)
      case 'percent':
        return percent(plain)
      case 'date':
        return isoDate(plain)
      case 'choice':
        return choice(plain, column.choices ?? [])
      case 'text':
        return undefined
    }
  })()
  return meant === text ? undefined : meant
}

/** The day a text names, as `2019-05-01`: year, month and day in that order, any of the separators in use. */
export function isoDate(text: string): string | undefined {
  const match =
    /^(\d{4})\s*([-./、])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(text) ??
    /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text)
  if (!match) return undefined
  const [, year = '', , month = '', day = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}

const ABOUT = /^(?:大约|约|人民币)\s*/
const NUMBER = String.raw`-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?`
const AMOUNT = new RegExp(`^[¥￥]?\\s*(${NUMBER})\\s*(亿元?|千万元?|百万元?|万元?|元)?$`)
const YUAN: Readonly<Record<string, bigint>> = {
  亿: 100_000_000n,
  千万: 10_000_000n,
  百万: 1_000_000n,
  万: 10_000n,
  元: 1n,
}

function amount(plain: string, unit: string | undefined): string | undefined {
  const match = AMOUNT.exec(plain.replace(ABOUT, ''))
  const value = match?.[1] === undefined ? undefined : decimal(match[1])
  if (!match || !value) return undefined
  const said = match[2]
  if (said === undefined) return exactText(value)
  const from = YUAN[said === '元' ? said : said.replace('元', '')]
  const to = YUAN[unit === '元' ? '元' : (unit ?? '').replace('元', '')]
  return from === undefined || to === undefined ? undefined : exactText(divide(multiply(value, ratio(from)), ratio(to)))
}

function count(plain: string): string | undefined {
  const match = new RegExp(`^(${NUMBER})\\s*(?:个|项|户|家)?$`).exec(plain.replace(ABOUT, ''))
  const value = match?.[1] === undefined ? undefined : decimal(match[1])
  const text = value && exactText(value)
  return text?.includes('.') ? undefined : text
}

function percent(plain: string): string | undefined {
  const match = new RegExp(`^(${NUMBER})\\s*%?$`).exec(plain.replace(/^百分之/, ''))
  const value = match?.[1] === undefined ? undefined : decimal(match[1])
  return value && exactText(value)
}

function choice(plain: string, choices: readonly string[]): string | undefined {
  const bare = plain.replace(/\s/g, '')
  return choices.find((each) => each === bare)
}

function decimal(text: string): Exact | undefined {
  return parseExact(text.replaceAll(',', ''))
}
