import { describe, expect, it } from 'vitest'
import { exact } from '../../decimal-text.ts'
import { exactText } from '../../exact.ts'
import type { SizeTiers } from '../../pack/size-tiers.ts'
import { sizeTier } from './size-tier.ts'

type Points = SizeTiers['tiers'][number]['points']
const tier = (from: string, points: Points, inclusive = true) => ({ title: from, from, inclusive, points })
const tiersOf = (tiers: SizeTiers['tiers'], beyond: SizeTiers['beyond'] = null): SizeTiers => ({
  id: 'a',
  title: 'a',
  unit: '万元',
  clause: '五',
  tiers,
  beyond,
})
const ln = tiersOf(
  [tier('500', { dalian: '0.2', others: '0.4' }), tier('1000', { dalian: '0.3', others: '0.6' }, false)],
  { from: '2000', per: '2000', points: { dalian: '0.5', others: '1' }, partSteps: 'drop' },
)
const starts = tiersOf([tier('10000', '1'), tier('50000', '2'), tier('100000', '3'), tier('200000', '5')])
const pays = (table: SizeTiers, takes: 'highest' | 'every', size: string, pool: string | null = 'town') =>
  exactText(sizeTier(table, takes)(exact(size), pool))

describe('size tiers', () => {
  it.each<[string, SizeTiers, string, string, string]>([
    ['LN-tier-1, 大连 at 1000 itself', ln, '1000', 'dalian', '0.2'],
    ['LN-tier-1, 阜新 at 1000 itself', ln, '1000', 'others', '0.4'],
    ['LN-tier-1, 阜新 at 1500', ln, '1500', 'others', '0.6'],
    ['a step past the last tier', ln, '4000', 'others', '1.6'],
    ['a step begun past the last tier is dropped', ln, '3999.99', 'others', '0.6'],
    ['a pool the table does not name', ln, '1500', 'elsewhere', '0'],
    ['below the first tier', starts, '9999.99', 'town', '0'],
    ['a bound taken in', starts, '10000', 'town', '1'],
    ['just below a bound', starts, '49999.99', 'town', '1'],
    ['the last tier', starts, '900000', 'town', '5'],
    ['below zero', starts, '-1', 'town', '0'],
  ])('%s', (_, table, size, pool, points) => {
    expect(pays(table, 'highest', size, pool)).toBe(points)
  })

  it('pay each tier reached where the pack says so', () => {
    expect(pays(starts, 'every', '100000')).toBe('6')
  })

  it.each<[NonNullable<SizeTiers['beyond']>['partSteps'], string]>([
    ['drop', '1'],
    ['count-whole', '3'],
    ['pro-rata', '2'],
  ])('count a step begun as the pack says: %s', (partSteps, points) => {
    const table = tiersOf([tier('0', '1')], { from: '100', per: '100', points: '2', partSteps })
    expect(pays(table, 'highest', '150')).toBe(points)
    expect(pays(table, 'highest', '100')).toBe('1')
  })

  it('pay a unit without a pool only what is the same for all', () => {
    expect(pays(ln, 'highest', '1500', null)).toBe('0')
    expect(pays(starts, 'highest', '10000', null)).toBe('1')
  })
})
