import { describe, expect, it } from 'vitest'
import { groupPoints } from '../../../test/points-of.ts'
import type { Against } from './against.ts'

const best: Against = {
  kind: 'against',
  basis: 'actual',
  reference: 'high',
  measure: { kind: 'linear', basis: 'completion', cap: '1', floor: '0' },
  alone: { share: '0.8' },
  missing: 'withhold',
}
const over = (reference: Against['reference']): Against => ({
  ...best,
  reference,
  measure: { kind: 'linear', basis: 'difference', cap: null, floor: null },
})
const of = (...actuals: string[]) => actuals.map((actual) => ({ actual }))

describe('points against the group', () => {
  it.each<[string, Against, string[], string[]]>([
    ['the best as the target', best, ['80', '100'], ['16', '20']],
    ['WJ13, a share of the best', best, ['60', '80', '100'], ['12', '16', '20']],
    ['over and under the mean', over('mean'), ['1', '2', '6'], ['-40', '-20', '60']],
    ['the median of an odd group', over('median'), ['9', '1', '2'], ['140', '-20', '0']],
    ['the median of an even group', over('median'), ['1', '2', '4', '9'], ['-40', '-20', '20', '120']],
    ['over the lowest', over('low'), ['3', '1'], ['40', '0']],
    ['all equal to the mean', over('mean'), ['7', '7'], ['0', '0']],
    ['a best of zero is a target of zero', best, ['0', '0'], ['no-task', 'no-task']],
    ['a best below zero cannot be divided by', best, ['-2', '-1'], ['undecided: target', 'undecided: target']],
    ['a group of one', best, ['7'], ['16']],
  ])('%s', (_, measure, actuals, points) => {
    expect(groupPoints(measure, '20', of(...actuals))).toEqual(points)
  })

  it('GY-2: one more point for growth above the mean', () => {
    const bonus: Against = {
      ...best,
      reference: 'mean',
      measure: {
        kind: 'gate',
        of: { basis: 'difference' },
        at: { from: '0', inclusive: false },
        met: { kind: 'fixed', worth: { points: '1' } },
        unmet: { kind: 'fixed', worth: { points: '0' } },
      },
    }
    expect(groupPoints(bonus, '1', of('14', '9', '13', '12'))).toEqual(['1', '0', '1', '0'])
  })
})
