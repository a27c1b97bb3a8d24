import { describe, expect, it } from 'vitest'
import { readLimits } from '../limits.ts'
import { knownParts } from './known-parts.ts'

/** Reads the length of a part, and notes that it did. */
function reader() {
  const read: string[] = []
  const lengthOf = knownParts((part) => {
    read.push(part.toString())
    return { length: part.length }
  })
  return { read, lengthOf }
}

describe('parts that are handed out as the same bytes', () => {
  it('are read once, others each for themselves', () => {
    const { read, lengthOf } = reader()
    const [a, b] = [Buffer.from('<a/>'), Buffer.from('<b/>')]
    expect([a, b, a].map((part) => lengthOf(part, readLimits).length)).toEqual([4, 4, 4])
    expect(read).toEqual(['<a/>', '<b/>'])
  })

  it('are read again under other limits', () => {
    const { read, lengthOf } = reader()
    const part = Buffer.from('<a/>')
    lengthOf(part, readLimits)
    lengthOf(part, { ...readLimits, elements: 1 })
    expect(read).toHaveLength(2)
  })

  it('that were refused are refused each time', () => {
    const refusing = knownParts((): never => {
      throw new Error('no')
    })
    const part = Buffer.from('x')
    for (const _ of [1, 2]) expect(() => refusing(part, readLimits)).toThrow('no')
  })
})
