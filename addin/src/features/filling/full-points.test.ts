import type { IndicatorResult, Step } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { fullCounted, fullPoints } from './full-points.ts'

const result = (weight: string | null, ...working: readonly Step[]): IndicatorResult => ({
  indicator: 'investment',
  weight,
  target: null,
  actual: null,
  completion: null,
  status: 'scored',
  points: '1',
  shown: '1.00',
  working,
  missing: [],
})
const factor: Step = { name: 'factor', value: '100/87' }

describe('fullPoints', () => {
  it('is the weight itself while nothing was left out', () => {
    expect(fullPoints(result('25'))).toBe('25')
  })
  it('is raised as the points are', () => {
    expect(fullPoints(result('25', factor))).toBe('28.74')
  })
  it('is none for a deduction and for what has no weight', () => {
    expect(fullPoints(result('0'))).toBeNull()
    expect(fullPoints(result(null))).toBeNull()
  })
})

describe('fullCounted', () => {
  it('raises the weights counted so far by the same factor', () => {
    const indicators = [result('25'), result('10', factor)]
    expect(fullCounted({ unit: 'u', indicators, total: { kind: 'total', shown: '1', exact: '1' } }, '35')).toBe('40.23')
  })
})
