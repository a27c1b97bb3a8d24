import { expect, it } from 'vitest'
import { isRelative, measureSchema, runnerOf, type Measure } from './measure.ts'

const fixed: Measure = { kind: 'fixed', worth: { points: '1' } }
const ranked: Measure = {
  kind: 'rank',
  basis: 'actual',
  best: 'high',
  ties: 'competition',
  places: { kind: 'list', list: [{ points: '1' }], beyond: { points: '0' } },
  missing: 'withhold',
}
const at = { from: '1', inclusive: true }
const gate = (met: Measure, unmet: Measure): Measure => ({ kind: 'gate', of: { basis: 'actual' }, at, met, unmet })
const sized = (below: Measure, above: Measure): Measure => ({
  kind: 'by-size',
  of: 'target',
  below,
  bands: [{ ...at, measure: above }],
})
const parts = (measure: Measure): Measure => ({
  kind: 'combined',
  parts: [{ title: '一', weight: { share: '1' }, actual: 'same', target: 'same', measure }],
  combine: 'sum',
  partWithoutTask: 'nothing',
  cap: null,
  floor: null,
})

it.each([
  ['a measure of the unit alone', fixed, false],
  ['a rank', ranked, true],
  ['a gate before a rank', gate(ranked, fixed), true],
  ['a gate with a rank for those who fail it', gate(fixed, ranked), true],
  ['a gate of own measures', gate(fixed, fixed), false],
  ['a size band with a rank', sized(fixed, ranked), true],
  ['a rank below the bands', sized(ranked, fixed), true],
  ['size bands of own measures', sized(fixed, fixed), false],
  ['a part by rank, two deep', parts(gate(ranked, fixed)), true],
  ['parts of own measures', parts(fixed), false],
])('%s depends on the other units: said rightly', (_, measure, relative) => {
  expect(isRelative(measureSchema.parse(measure))).toBe(relative)
})

it('runs over the unit where it can, over the group where it must', () => {
  expect(runnerOf(fixed, { sizeTiers: [] }).over).toBe('unit')
  expect(runnerOf(ranked, { sizeTiers: [] }).over).toBe('group')
  expect(runnerOf(gate(fixed, fixed), { sizeTiers: [] }).over).toBe('group')
})

it('refuses a kind nobody knows, and a field too many', () => {
  expect(measureSchema.safeParse({ kind: 'magic' }).success).toBe(false)
  expect(measureSchema.safeParse({ ...fixed, bonus: '1' }).success).toBe(false)
})
