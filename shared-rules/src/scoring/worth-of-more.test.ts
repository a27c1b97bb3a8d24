import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { worthOfMore } from './worth-of-more.ts'

const capped = { measure: { kind: 'linear', basis: 'completion', cap: '1.2', floor: '0' } } as const
const pack = samplePack({ indicators: [sampleIndicator('a', '40', capped), sampleIndicator('b', '60', capped)] })
const facts = (a: string | null, b = '50') => sampleFacts({ targets: { a: '20', b: '100' }, actuals: { a, b } })

describe('one step more of an indicator', () => {
  it('is worth what it adds to the shown points', () => {
    expect(worthOfMore(pack, facts('10'), 'a', '1')).toBe('2')
    expect(worthOfMore(pack, facts('10'), 'b', '0.01')).toBe('0.01')
  })

  it('is worth nothing past the cap, and the rest of the way just before it', () => {
    expect(worthOfMore(pack, facts('24'), 'a', '1')).toBe('0')
    expect(worthOfMore(pack, facts('23.5'), 'a', '1')).toBe('1')
  })

  it('is not told while there are no points', () => {
    expect(worthOfMore(pack, facts(null), 'a', '1')).toBeNull()
    expect(worthOfMore(pack, facts('10'), 'unknown', '1')).toBeNull()
  })
})
