import { expect, it } from 'vitest'
import { sampleIndicator, samplePack } from '../test/sample-pack.ts'
import { factsFaults } from './facts-faults.ts'

const pack = samplePack({ indicators: [sampleIndicator('investment', '100')] })
const unit = (id: string, pool: string | null) => ({
  id,
  name: id,
  pool,
  targets: {},
  actuals: {},
  items: {},
  flags: [],
})
const faults = (...units: ReturnType<typeof unit>[]) =>
  factsFaults(pack, { asOf: '2019-06-18', units }).map(({ path }) => path)

it('takes units that are there once, in a pool of the pack or in none', () => {
  expect(faults(unit('a', 'town'), unit('b', null))).toEqual([])
})

it('names a unit that is there twice, and a pool the pack does not know', () => {
  expect(faults(unit('a', 'town'), unit('a', 'nowhere'))).toEqual(['units.1.id', 'units.1.pool'])
})
