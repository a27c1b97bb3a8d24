import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  exactText,
  isZero,
  multiply,
  parseExact,
  ratio,
  rounded,
  subtract,
  type Exact,
} from './exact.ts'

const exact = (text: string): Exact => {
  const [n = '', d = '1'] = text.split('/')
  const top = parseExact(n)
  const bottom = parseExact(d)
  if (!top || !bottom) throw new Error(text)
  return divide(top, bottom)
}
const twoPlaces = { places: 2, halves: 'up' } as const

describe('parseExact', () => {
  it.each(['12.50', '-0.1', '0', '36870', '0.0000001'])('reads %s', (text) => {
    expect(compare(exact(text), exact(exactText(exact(text))))).toBe(0)
  })

  it.each(['', ' 1', '1e3', '２０００', '2000万', '1,000', '.5', '5.', '+1', '0x1', 'NaN', '9'.repeat(65)])(
    'refuses %j',
    (text) => {
      expect(parseExact(text)).toBeUndefined()
    },
  )
})

describe('rounded', () => {
  it.each([
    ['23/20 of 12.5', multiply(exact('23/20'), exact('12.5')), '14.38'],
    ['13/12 of 7.5', multiply(exact('13/12'), exact('7.5')), '8.13'],
    ['a half below zero', exact('-0.125'), '-0.13'],
    ['just under a half', exact('94.304999'), '94.30'],
    ['nothing', exact('0'), '0.00'],
    ['less than half a hundredth below zero', exact('-0.001'), '0.00'],
  ])('shows %s', (_, value, shown) => {
    expect(rounded(value, twoPlaces)).toBe(shown)
  })

  it('takes halves to the even digit, or cuts, where the pack says so', () => {
    expect(rounded(exact('0.125'), { places: 2, halves: 'to-even' })).toBe('0.12')
    expect(rounded(exact('0.135'), { places: 2, halves: 'to-even' })).toBe('0.14')
    expect(rounded(exact('0.999'), { places: 2, halves: 'down' })).toBe('0.99')
  })
})

describe('exact arithmetic', () => {
  const fraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
    .map(([n, d]) => ratio(n, d))

  it('finds the ties that doubles lose', () => {
    const sum = (...texts: string[]) => texts.map(exact).reduce(add)
    expect(compare(sum('10.1', '20.2', '30.3'), sum('20.1', '20.3', '20.2'))).toBe(0)
  })

  it('adds in any order to the same value', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => compare(add(add(a, b), c), add(a, add(c, b))) === 0),
    )
  })

  it('divides back what it multiplied', () => {
    fc.assert(fc.property(fraction, fraction, (a, b) => isZero(b) || compare(divide(multiply(a, b), b), a) === 0))
  })

  it('is never further than half a unit of the last place from what it shows', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const shown = exact(rounded(a, twoPlaces))
        const difference = subtract(shown, a)
        return compare(difference, exact('0.005')) <= 0 && compare(difference, exact('-0.005')) >= 0
      }),
    )
  })

  it('goes on in bigints where doubles end, and comes back', () => {
    const big = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
    fc.assert(
      fc.property(
        big,
        fc.bigInt({ min: 1n, max: 10n ** 40n }),
        big,
        fc.bigInt({ min: 1n, max: 10n ** 40n }),
        (a, b, c, d) => {
          const [x, y] = [ratio(a, b), ratio(c, d)]
          expect(compare(add(x, y), ratio(a * d + c * b, b * d))).toBe(0)
          expect(compare(multiply(x, y), ratio(a * c, b * d))).toBe(0)
          expect(exactText(subtract(add(x, y), y))).toBe(exactText(x))
        },
      ),
    )
  })

  it('refuses to divide by zero', () => {
    expect(() => divide(exact('1'), exact('0'))).toThrow(RangeError)
  })
})
