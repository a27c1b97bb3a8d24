import { divide, isZero, multiply, parseExact, ratio, rounded, type Exact } from '@kaohe/shared-rules'

/** `1234567.50` → `1,234,567.50`. What is not a plain figure stays as it is. */
export function grouped(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', part = ''] = match
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + part
}

/** How many places to move the point to the left to get 亿元. */
const toYi: readonly (readonly [RegExp, number])[] = [
  [/^万元$/, 4],
  [/^元$/, 8],
]

/** `25600` 万元 → `2.56` in 亿元, exactly; undefined for what is no amount of money or no plain figure. */
export function inYi(text: string, unit: string): string | undefined {
  const places = toYi.find(([pattern]) => pattern.test(unit))?.[1]
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (places === undefined || whole === undefined) return undefined
  const digits = whole.padStart(places + 1, '0')
  const moved = `${digits.slice(0, -places)}.${digits.slice(-places)}${part}`
  return sign + moved.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '')
}

/** Exact text, decimal or fraction, as a percentage with one digit: `29/30` → `96.7%`. */
export function percent(exact: string): string {
  const value = exactOf(exact)
  return value ? `${rounded(multiply(value, ratio(100)), { places: 1, halves: 'up' })}%` : exact
}

/** Exact text as a share of a bar, between 0 and 1: for drawing only. */
export function share(exact: string, of = '1'): number {
  const value = exactOf(exact)
  const whole = exactOf(of)
  if (!value || !whole || isZero(whole)) return 0
  const drawn = Number(rounded(divide(value, whole), { places: 4, halves: 'down' }))
  return Math.min(1, Math.max(0, drawn))
}

/** Reads exact text as scoring writes it: a decimal or a fraction. */
export function exactOf(text: string): Exact | undefined {
  const [n = '', d] = text.split('/')
  const above = parseExact(n)
  const below = d === undefined ? ratio(1) : parseExact(d)
  return above && below && !isZero(below) ? divide(above, below) : undefined
}
