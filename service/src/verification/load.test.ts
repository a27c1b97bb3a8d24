import { expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'
import { loadUnits } from './load.ts'

it('lets others have their turn while it assesses a district', async () => {
  const { db, pack, signIn, submit } = await testService()
  await submit(await signIn('xinxing'), investment('6500'))
  let others = 0
  let isDone = false
  const passBy = () => {
    others += 1
    if (!isDone) setImmediate(passBy)
  }
  setImmediate(passBy)
  const units = await loadUnits(db, { campaign: 'haizhou-2019', pack, until: '2019-06-15' })
  isDone = true
  expect(units.length).toBeGreaterThan(20)
  expect(others).toBeGreaterThanOrEqual(Math.floor(units.length / 4))
  expect(units.find(({ unit }) => unit.id === 'xinxing')?.counted).toHaveLength(1)
})
