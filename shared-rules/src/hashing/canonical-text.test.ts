import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText } from './canonical-text.ts'

const result = (write: () => unknown): unknown => {
  try {
    return write()
  } catch {
    return 'refused'
  }
}

it('writes every JSON value as the library does, whatever its keys are', () => {
  const key = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('10', '9', '01', '__proto__', 'toJSON', '', '\u{1F600}', '\uFB33', '\r', '1', 'ö'),
  )
  const anyJson = fc.anything({ key, maxDepth: 4, values: [fc.string({ unit: 'binary' }), fc.double(), fc.boolean()] })
  fc.assert(
    fc.property(anyJson, (value) => {
      const expected = result(() => canonicalize(value))
      expect(result(() => canonicalText(value))).toEqual(expected ?? 'refused')
    }),
    { numRuns: 2000 },
  )
})

it.each([
  [
    'keys in the order of UTF-16 units',
    { '\u20ac': 1, '\r': 2, '\uFB33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, ö: 7 },
  ],
  ['numbers as ECMAScript does', { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0] }],
  ['text with the shortest escapes', { string: '\u20ac$\u000F\u000aA\u0027\u0042\u0022\u005c\u005c\u0022\u002f' }],
])('writes the samples of RFC 8785: %s', (_, value) => {
  expect(canonicalText(value)).toBe(canonicalize(value))
})

it.each([
  ['half a surrogate pair', ['\ud800']],
  ['half a surrogate pair in a key', { 'a\udc00': 1 }],
  ['NaN', { a: Number.NaN }],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['nothing at all', undefined],
])('refuses %s', (_, value) => {
  expect(() => canonicalText(value)).toThrow()
})
