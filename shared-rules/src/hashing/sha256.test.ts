import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 as inBrowsers } from './sha256.ts'
import { sha256 as inNode } from './sha256.node.ts'

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('gives FIPS 180-4 its answer for "%s", in browsers and in Node', (text, expected) => {
  expect([inBrowsers(text), inNode(text)]).toEqual([expected, expected])
})

it('is the same in browsers and in Node for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(inNode(text)).toBe(inBrowsers(text))
    }),
  )
})
