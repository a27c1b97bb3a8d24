import { describe, expect, it } from 'vitest'
import { saidFigure } from '../../../test/points-of.ts'
import type { Item } from '../../facts.ts'
import { itemPart, itemPartSchema } from './item-part.ts'

const earns = (part: unknown, item: Item) =>
  saidFigure(itemPart(itemPartSchema.parse(part), 'projects', { sizeTiers: [] })(item, 4, 'town'))

const fresh = { kind: 'fixed', where: [{ field: 'new', op: 'equals', value: '是' }], points: '5' }
const done = { kind: 'proportion', of: 'done', to: 'plan', points: '60', cap: '60' }
const ballot = { kind: 'slope', field: 'place', from: '1', at: '100', per: '1', points: '-3' }

describe('what one item earns', () => {
  it.each([
    ['YA17-1, a new project', fresh, { new: '是' }, '5'],
    ['not a new one', fresh, { new: '否' }, '0'],
    ['no condition at all', { ...fresh, where: [] }, {}, '5'],
    ['YA17-1, 9 of 12', done, { done: '9', plan: '12' }, '45'],
    ['the plan exactly met', done, { done: '12', plan: '12' }, '60'],
    ['past the plan', done, { done: '13', plan: '12' }, '60'],
    ['past the plan without a cap', { ...done, cap: null }, { done: '18', plan: '12' }, '90'],
    ['JN2015, the first ballot', ballot, { place: '1' }, '100'],
    ['JN2015, the thirteenth', ballot, { place: '13' }, '64'],
  ])('%s', (_, part, item, points) => {
    expect(earns(part, item)).toBe(points)
  })

  it.each([
    ['a condition that cannot be read', fresh, { new: '' }, 'undecided: item projects 4 new'],
    ['a figure in words', done, { done: '约9', plan: '12' }, 'undecided: item projects 4 done'],
    ['a plan of zero', done, { done: '9', plan: '0' }, 'undecided: item projects 4 plan'],
    ['a plan below zero', done, { done: '9', plan: '-1' }, 'undecided: item projects 4 plan'],
    ['no place', ballot, { place: null }, 'undecided: item projects 4 place'],
  ])('is undecided by %s, and names the cell', (_, part, item, said) => {
    expect(earns(part, item)).toBe(said)
  })
})
