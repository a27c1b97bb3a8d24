/** An exact rational number in lowest terms; `d` is positive. The one number type of scoring. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/
/** Longer text is no figure of an assessment; the bound keeps hostile input cheap. */
const MAX_LENGTH = 64

/** Reads plain decimal text (`-12.50`). Anything else, exponents, blanks and units included, is `undefined`. */
export function parseExact(text: string): Exact | undefined {
  const match = text.length <= MAX_LENGTH ? DECIMAL.exec(text) : null
  if (!match) return undefined
  const [, sign, whole = '', part = ''] = match
  const n = BigInt(whole + part)
  return ratio(sign ? -n : n, 10n ** BigInt(part.length))
}

/** n ⁄ d in lowest terms. A zero `d` is a bug of the caller: who divides looks first. */
export function ratio(n: bigint, d: bigint = 1n): Exact {
  if (d === 0n) throw new RangeError('division by zero')
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}

export const zero: Exact = { n: 0n, d: 1n }
export const one: Exact = { n: 1n, d: 1n }

export const add = (a: Exact, b: Exact): Exact => ratio(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Exact, b: Exact): Exact => ratio(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Exact, b: Exact): Exact => ratio(a.n * b.n, a.d * b.d)
export const divide = (a: Exact, b: Exact): Exact => ratio(a.n * b.d, a.d * b.n)

/** Negative, zero or positive, as for `Array.sort`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b)
export const greatest = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b)
/** The whole steps in a value of at least zero: part steps dropped, or each step begun counted whole. */
export function wholePart({ n, d }: Exact, partSteps: 'drop' | 'count-whole'): Exact {
  return ratio(n / d + (partSteps === 'count-whole' && n % d !== 0n ? 1n : 0n))
}
export const isZero = (a: Exact): boolean => a.n === 0n
export const isNegative = (a: Exact): boolean => a.n < 0n

/** Exact text: plain decimal where one exists (`14.375`), else the fraction (`100/7`). */
export function exactText({ n, d }: Exact): string {
  let twos = 0
  let fives = 0
  let rest = d
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  if (rest !== 1n) return `${n}/${d}`
  const places = Math.max(twos, fives)
  return fixed((n * 10n ** BigInt(places)) / d, places)
}

function fixed(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return scaled < 0n ? `-${text}` : text
}

/** How a figure is shown. Offices differ, so a pack always says. */
export interface Rounding {
  readonly places: number
  readonly halves: 'up' | 'to-even' | 'down'
}

/** Decimal text with exactly `places` digits. `up` takes halves away from zero, as 四舍五入 does; `down` cuts off. */
export function rounded({ n, d }: Exact, { places, halves }: Rounding): string {
  const scale = 10n ** BigInt(places)
  const magnitude = (n < 0n ? -n : n) * scale
  const floor = magnitude / d
  const twice = (magnitude % d) * 2n
  const up = halves !== 'down' && (twice > d || (twice === d && (halves === 'up' || floor % 2n === 1n)))
  const scaled = up ? floor + 1n : floor
  return fixed(n < 0n ? -scaled : scaled, places)
}

/** The nearest value with so many decimals that is not greater. */
export function floorTo({ n, d }: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places)
  const scaled = n * scale
  const cut = scaled / d
  return ratio(scaled % d < 0n ? cut - 1n : cut, scale)
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
