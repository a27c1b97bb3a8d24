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
  return { read, of: (text: string, limits = readLimits) => lengthOf(Buffer.from(text), limits) }
}

describe('parts that are the same in many files', () => {
  it('are read once, others each for themselves', () => {
    const { read, of } = reader()
    expect([of('<a/>'), of('<b/>'), of('<a/>')]).toEqual([{ length: 4 }, { length: 4 }, { length: 4 }])
    expect(read).toEqual(['<a/>', '<b/>'])
  })

  it('are read again under other limits, and where they are long', () => {
    const { read, of } = reader()
    of('<a/>')
    of('<a/>', { ...readLimits, elements: 1 })
    const long = ' '.repeat(40_000)
    of(long)
    of(long)
    expect(read).toEqual(['<a/>', '<a/>', long, long])
  })

  it('are not kept without end', () => {
    const { read, of } = reader()
    for (let at = 0; at < 65; at += 1) of(`<a${at}/>`)
    of('<a0/>')
    expect(read).toHaveLength(66)
  })

  it('that were refused are refused each time', () => {
    const refusing = knownParts((): never => {
      throw new Error('no')
    })
    for (const _ of [1, 2]) expect(() => refusing(Buffer.from('x'), readLimits)).toThrow('no')
  })
})
