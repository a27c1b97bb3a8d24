import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import { exact } from '../../decimal-text.ts'
import { add, exactText } from '../../exact.ts'
import type { Stepper } from './stepper.ts'

const whole = { share: '1' }
type Side = NonNullable<Stepper['above']>
const side = (
  basis: Side['basis'],
  per: string,
  points: string,
  most: string | null,
  parts: Partial<Side> = {},
): Side => ({
  basis,
  from: '0',
  per,
  each: { points },
  partSteps: 'pro-rata',
  most: most === null ? null : { points: most },
  ...parts,
})
const stepper = (above: Stepper['above'], below: Stepper['below'], base: Stepper['base'] = whole): Stepper => ({
  kind: 'stepper',
  base,
  above,
  below,
})

const zz05 = stepper(side('excess', '2', '1', '15'), side('excess', '2', '1', '15'))
const sx07 = stepper(side('difference', '1', '1', '30'), side('difference', '1', '1', '30'))
const gx1 = (each: string, most: string) => stepper(side('excess', '1', each, most), side('excess', '1', each, most))
const dropped = stepper(
  side('excess', '2', '1', null, { partSteps: 'drop' }),
  side('excess', '2', '1', null, { partSteps: 'drop' }),
)
const begun = stepper(
  side('excess', '2', '1', null, { partSteps: 'count-whole' }),
  side('excess', '2', '1', null, { partSteps: 'count-whole' }),
)
const over = stepper(side('difference', '100', '1', null, { from: '300' }), side('excess', '1', '1', null), {
  points: '0',
})

describe('base points and steps', () => {
  it.each<[string, Stepper, string, string, string, string]>([
    ['ZZ05, 110 %', zz05, '40', '100', '110', '45'],
    ['ZZ05, 137 % is past the limit', zz05, '40', '100', '137', '55'],
    ['ZZ05, 90 %', zz05, '40', '100', '90', '35'],
    ['ZZ05, 60 % is past the limit below', zz05, '40', '100', '60', '25'],
    ['ZZ05, the limit exactly met', zz05, '40', '100', '130', '55'],
    ['SX07-1, 13.5 %', sx07, '30', '10', '13.5', '33.5'],
    ['SX07-1, 7 %', sx07, '30', '10', '7', '27'],
    ['SX07-1, 45 %', sx07, '30', '10', '45', '60'],
    ['SX07-1, −25 %', sx07, '30', '10', '-25', '0'],
    ['GX-1, 118 %', gx1('0.1', '3'), '12', '100', '118', '13.8'],
    ['GX-1, 150 %', gx1('0.1', '3'), '12', '100', '150', '15'],
    ['GX-1, 60 %', gx1('0.2', '6'), '15', '100', '60', '9'],
    ['CJ-over, 400 over', over, '0', '1000', '1400', '1'],
    ['CJ-over, 800 over', over, '0', '1000', '1800', '5'],
    ['CJ-over, 3 points short', over, '0', '100', '97', '-3'],
    ['the target exactly', zz05, '40', '100', '100', '40'],
    ['what does not pass `from`', over, '0', '1000', '1300', '0'],
    ['a step begun is dropped', dropped, '40', '100', '103.9', '41'],
    ['a step just filled', dropped, '40', '100', '104', '42'],
    ['a step begun below is dropped', dropped, '40', '100', '96.1', '39'],
    ['a step begun counts whole', begun, '40', '100', '102.01', '42'],
    ['a step begun below counts whole', begun, '40', '100', '97.99', '38'],
    ['a mere bonus', stepper(side('excess', '1', '1', '5'), null, { points: '0' }), '0', '100', '97', '0'],
    ['no bonus above', stepper(null, side('excess', '1', '1', null)), '40', '100', '150', '40'],
    ['neither side', stepper(null, null), '40', '100', '150', '40'],
    ['a difference with a target of zero', sx07, '30', '0', '3', '33'],
  ])('%s', (_, measure, weight, target, actual, points) => {
    expect(pointsOf(measure, weight, { target, actual })).toBe(points)
  })

  it.each([
    ['a target of zero has no percentage', { target: '0', actual: '5' }, 'no-task'],
    ['no target', { actual: '5' }, 'no-task'],
    ['a negative target', { target: '-1', actual: '5' }, 'undecided: target'],
    ['a missing actual', { target: '5' }, 'undecided: actual a'],
  ])('%s', (_, given, said) => {
    expect(pointsOf(zz05, '40', given)).toBe(said)
  })

  it('give as much for so much over as they take for so much under, where both sides are alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (distance) => {
        const above = exact(pointsOf(zz05, '40', { target: '100', actual: (100 + distance).toString() }))
        const below = exact(pointsOf(zz05, '40', { target: '100', actual: (100 - distance).toString() }))
        expect(exactText(add(above, below))).toBe('80')
      }),
    )
  })
})
