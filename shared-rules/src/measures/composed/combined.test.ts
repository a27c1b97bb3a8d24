import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import type { Combined } from './combined.ts'

type Part = Combined['parts'][number]
const channel = (key: string, share: string, parts: Partial<Part> = {}): Part => ({
  title: key,
  weight: { share },
  actual: { kind: 'reported', key },
  target: { kind: 'constant', value: '100' },
  measure: { kind: 'linear', basis: 'completion', cap: null, floor: null },
  ...parts,
})
const nantong: Combined = {
  kind: 'combined',
  parts: [channel('system', '0.4'), channel('onsite', '0.4'), channel('duty', '0.2')],
  combine: 'sum',
  partWithoutTask: 'nothing',
  cap: null,
  floor: null,
}
const actuals = (system: string | null, onsite: string | null, duty: string | null) => ({ system, onsite, duty })
const issued = (policy: Combined['partWithoutTask']): Combined => ({
  ...nantong,
  parts: [channel('system', '0.4'), channel('duty', '0.6', { target: { kind: 'target', key: 'duty' } })],
  partWithoutTask: policy,
})

describe('parts put together', () => {
  it.each<[string, Partial<Combined>, ReturnType<typeof actuals>, string]>([
    ['NT201708-single', {}, actuals('95.65', '93.73', '95.8'), '94.912'],
    ['NT201708-mismatch, from the parts as printed', {}, actuals('95.53', '91.01', '91.6'), '92.936'],
    ['the cap exactly met', { cap: { points: '90' } }, actuals('90', '90', '90'), '90'],
    ['past the cap', { cap: { points: '90' } }, actuals('100', '100', '100'), '90'],
    ['below the floor', { floor: { share: '0.6' } }, actuals('0', '0', '0'), '60'],
    ['the best part', { combine: 'best' }, actuals('80', '90', '100'), '36'],
    ['the worst part', { combine: 'worst' }, actuals('80', '90', '100'), '20'],
  ])('%s', (_, parts, reported, points) => {
    expect(pointsOf({ ...nantong, ...parts }, '100', { actuals: reported })).toBe(points)
  })

  it('are undecided while one is, and name it', () => {
    expect(pointsOf(nantong, '100', { actuals: actuals('95', null, null) })).toBe(
      'undecided: actual onsite; actual duty',
    )
  })

  it('earn nothing for a part without a task, or are raised to the whole, as the pack says', () => {
    const given = { actuals: actuals('90', null, '50') }
    expect(pointsOf(issued('nothing'), '100', given)).toBe('36')
    expect(pointsOf(issued('leave-out'), '100', given)).toBe('90')
  })

  it('have no task where no part has', () => {
    const none: Combined = { ...issued('leave-out'), parts: issued('leave-out').parts.slice(1) }
    expect(pointsOf(none, '100', { actuals: actuals(null, null, '50') })).toBe('no-task')
  })

  it('wait for the other units while a part does, unless a figure is missing', () => {
    const ranked = channel('duty', '0.2', {
      measure: {
        kind: 'rank',
        basis: 'actual',
        best: 'high',
        ties: 'dense',
        places: { kind: 'list', list: [{ points: '1' }], beyond: { points: '0' } },
        missing: 'leave-out',
      },
    })
    const measure = { ...nantong, parts: [channel('system', '0.8'), ranked] }
    expect(pointsOf(measure, '100', { actuals: actuals('90', null, '5') })).toBe('relative')
    expect(pointsOf(measure, '100', { actuals: actuals(null, null, '5') })).toBe('undecided: actual system')
  })
})
