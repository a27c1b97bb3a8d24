/** A whole number: a double while it is safe, a bigint past that. Which of the two is a matter of speed alone. */
type Whole = number | bigint

/** An exact rational number in lowest terms; `d` is positive. The one number type of scoring. */
export interface Exact {
  readonly n: Whole
  readonly d: Whole
}

/** Longer text is no figure of an assessment; the bound keeps hostile input cheap. */
const MAX_LENGTH = 64
const DECIMAL = /^-?\d+(?:\.\d+)?$/

export const zero: Exact = { n: 0, d: 1 }
export const one: Exact = { n: 1, d: 1 }

/** Reads plain decimal text (`-12.50`). Anything else, exponents, blanks and units included, is `undefined`. */
export function parseExact(text: string): Exact | undefined {
  if (text.length > MAX_LENGTH || !DECIMAL.test(text)) return undefined
  const point = text.indexOf('.')
  const places = point < 0 ? 0 : text.length - point - 1
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1)
  const scaled = digits.length <= 15 ? shortWhole(digits) : narrow(BigInt(digits))
  return places === 0 ? { n: scaled, d: 1 } : ratio(scaled, powerOfTen(places))
}

/** n ⁄ d in lowest terms. A zero `d` is a bug of the caller: who divides looks first. */
export function ratio(n: Whole, d: Whole = 1): Exact {
  if (d == 0) throw new RangeError('division by zero')
  if (n == 0) return zero
  const divisor = gcd(magnitudeOf(n), magnitudeOf(d))
  const signed = d < 0 ? negated(divisor) : divisor
  return signed == 1 ? { n: narrow(n), d: narrow(d) } : { n: over(n, signed), d: over(d, signed) }
}

/** Common factors are looked for only where two numbers in lowest terms can have any: between the denominators. */
export function add(a: Exact, b: Exact): Exact {
  if (a.d == 1 && b.d == 1) return { n: plus(a.n, b.n), d: 1 }
  const shared = gcd(a.d, b.d)
  const [left, right] = shared == 1 ? [a.d, b.d] : [over(a.d, shared), over(b.d, shared)]
  const n = plus(times(a.n, right), times(b.n, left))
  const again = shared == 1 ? 1 : gcd(magnitudeOf(n), shared)
  return n == 0 ? zero : { n: over(n, again), d: times(left, over(b.d, again)) }
}
export const subtract = (a: Exact, b: Exact): Exact => add(a, { n: negated(b.n), d: b.d })

/** Here, crosswise: between the one's numerator and the other's denominator. */
export function multiply(a: Exact, b: Exact): Exact {
  if (a.n == 0 || b.n == 0) return zero
  const one = b.d == 1 ? 1 : gcd(magnitudeOf(a.n), b.d)
  const other = a.d == 1 ? 1 : gcd(magnitudeOf(b.n), a.d)
  return { n: times(over(a.n, one), over(b.n, other)), d: times(over(a.d, other), over(b.d, one)) }
}

export function divide(a: Exact, b: Exact): Exact {
  if (b.n == 0) throw new RangeError('division by zero')
  return multiply(a, b.n < 0 ? { n: negated(b.d), d: negated(b.n) } : { n: b.d, d: b.n })
}

/** Negative, zero or positive, as for `Array.sort`. */
export function compare(a: Exact, b: Exact): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [times(a.n, b.d), times(b.n, a.d)]
  return left < right ? -1 : left > right ? 1 : 0
}
export const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b)
export const greatest = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b)
export const isZero = (a: Exact): boolean => a.n == 0
export const isNegative = (a: Exact): boolean => a.n < 0
export const isPositive = (a: Exact): boolean => a.n > 0
export const isWhole = (a: Exact): boolean => a.d == 1

/** The nearest value with so many decimals that is not greater. */
export function floorTo({ n, d }: Exact, places: number): Exact {
  const scale = powerOfTen(places)
  return ratio(floorOf(times(n, scale), d), scale)
}

/** The whole steps in a value: a step begun is dropped, or counts whole. */
export function wholePart(value: Exact, partSteps: 'drop' | 'count-whole'): Exact {
  const floor = ratio(floorOf(value.n, value.d))
  return partSteps === 'drop' || compare(floor, value) === 0 ? floor : add(floor, one)
}

/** Exact text: plain decimal where one exists (`14.375`), else the fraction (`100/7`). */
export function exactText({ n, d }: Exact): string {
  const places = decimalPlaces(d)
  if (places === undefined) return `${n}/${d}`
  return places === 0 ? n.toString() : fixed(times(n, over(powerOfTen(places), d)), places)
}

/** How a figure is shown. Offices differ, so a pack always says. */
export interface Rounding {
  readonly places: number
  readonly halves: 'up' | 'to-even' | 'down'
}

/** Decimal text with exactly `places` digits. `up` takes halves away from zero, as 四舍五入 does; `down` cuts off. */
export function rounded(value: Exact, rounding: Rounding): string {
  return fixed(inLastPlaces(value, rounding), rounding.places)
}

/** What the values add up to as they are shown; null is not shown. */
export function roundedSum(values: readonly (Exact | null)[], rounding: Rounding): Exact {
  let sum: Whole = 0
  for (const value of values) if (value) sum = plus(sum, inLastPlaces(value, rounding))
  return ratio(sum, powerOfTen(rounding.places))
}

/** The rounded value, counted in units of its last place. */
function inLastPlaces({ n, d }: Exact, { places, halves }: Rounding): Whole {
  const magnitude = times(magnitudeOf(n), powerOfTen(places))
  const floor = floorOf(magnitude, d)
  const twice = times(plus(magnitude, negated(times(floor, d))), 2)
  const up = halves !== 'down' && (twice > d || (twice == d && (halves === 'up' || isOdd(floor))))
  const scaled = up ? plus(floor, 1) : floor
  return n < 0 ? negated(scaled) : scaled
}

function fixed(scaled: Whole, places: number): string {
  const digits = magnitudeOf(scaled)
    .toString()
    .padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return scaled < 0 ? `-${text}` : text
}

/** How many decimals 1 ⁄ d has; undefined where they never end. */
function decimalPlaces(d: Whole): number | undefined {
  if (d === 1) return 0
  let rest = d
  let twos = 0
  let fives = 0
  for (; !isOdd(rest); rest = over(rest, 2)) twos += 1
  for (; remainder(rest, 5) == 0; rest = over(rest, 5)) fives += 1
  return rest == 1 ? Math.max(twos, fives) : undefined
}

// Whole numbers. A sum or product of doubles is exact when it comes out safe; else it is done again in bigints.

const safe = Number.isSafeInteger

function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (safe(sum)) return sum
  }
  return narrow(BigInt(a) + BigInt(b))
}

function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (safe(product)) return product
  }
  return narrow(BigInt(a) * BigInt(b))
}

/** a ⁄ b where b divides a. */
function over(a: Whole, b: Whole): Whole {
  if (b === 1) return a
  return typeof a === 'number' && typeof b === 'number' ? a / b : narrow(BigInt(a) / BigInt(b))
}

function remainder(a: Whole, b: Whole): Whole {
  return typeof a === 'number' && typeof b === 'number' ? a % b : narrow(BigInt(a) % BigInt(b))
}

/** ⌊a ⁄ b⌋ for positive b. */
function floorOf(a: Whole, b: Whole): Whole {
  const rest = remainder(a, b)
  return over(plus(a, negated(rest < 0 ? plus(rest, b) : rest)), b)
}

function gcd(a: Whole, b: Whole): Whole {
  let [large, small] = [a, b]
  while (typeof large !== 'number' || typeof small !== 'number') {
    if (small == 0) return large
    const rest = remainder(large, small)
    large = small
    small = rest
  }
  return safeGcd(large, small)
}

function safeGcd(a: number, b: number): number {
  let large = a
  let small = b
  while (small !== 0) {
    const rest = large % small
    large = small
    small = rest
  }
  return large
}

const negated = (a: Whole): Whole => (typeof a === 'number' ? 0 - a : narrow(-a))

const magnitudeOf = (a: Whole): Whole => (a < 0 ? negated(a) : a)

const isOdd = (a: Whole): boolean => remainder(a, 2) != 0

function narrow(a: Whole): Whole {
  if (typeof a === 'number') return a
  // eslint-disable-next-line no-restricted-syntax -- the one conversion of a bigint, looked at before it is trusted
  const double = Number(a)
  return safe(double) ? double : a
}

const powers = Array.from({ length: 16 }, (_, places) => 10 ** places)
const powerOfTen = (places: number): Whole => powers[places] ?? 10n ** BigInt(places)

/** At most 15 digits with an optional sign: exact as a double. */
function shortWhole(digits: string): number {
  const negative = digits.charCodeAt(0) === 45
  let whole = 0
  for (let at = negative ? 1 : 0; at < digits.length; at += 1) whole = whole * 10 + digits.charCodeAt(at) - 48
  return negative ? 0 - whole : whole
}
