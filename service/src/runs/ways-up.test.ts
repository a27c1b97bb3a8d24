import type { WaysUp } from '@kaohe/shared-rules'
import { beforeAll, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { runSteps } from '../testing/run-steps.ts'
import type { RunView } from './run-view.ts'

/** 和平 leads by its tax; both are measured by nothing else, for the rest of their targets is taken back first. */
let service: TestService
let office: TestClient
let run: RunView
beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
  await service.db.deleteFrom('target').where('key', '!=', 'tax').execute()
  await service.submit(await service.signIn('xinxing'), tax('1800'))
  await service.submit(await service.signIn('heping'), tax('2640'))
  run = await runSteps(() => office).draft()
})

const path = (unit: string, query = '') => `/runs/${run.number}/units/${unit}/ways-up${query}`
const waysOf = async (client: TestClient, unit: string, query = '') =>
  (await (await client.get(path(unit, query))).json()) as WaysUp

it('tells a unit, of a published run alone, what it would take to gain a place', async () => {
  const clerk = await service.signIn('xinxing')
  expect((await clerk.get(path('xinxing'))).status).toBe(404)
  await runSteps(() => office).sign(run.number)
  await runSteps(() => office).publish(run.number)
  const ways = await waysOf(clerk, 'xinxing')
  // 3600 asked of 新兴, 3300 of 和平, which has done four fifths of it.
  expect(ways).toEqual({
    kind: 'ways',
    rank: 1,
    total: '80.00',
    ways: [{ kind: 'enough', indicator: 'tax', more: '1080', figure: '2880', total: '80.00', rank: 1 }],
  })
  expect(await waysOf(await service.signIn('heping'), 'heping')).toEqual({ kind: 'first' })
})

it('tells nobody of another unit but the office', async () => {
  expect((await (await service.signIn('heping')).get(path('xinxing'))).status).toBe(404)
  expect(await waysOf(office, 'xinxing')).toMatchObject({ kind: 'ways' })
  expect((await office.get(path('nowhere'))).status).toBe(404)
})

it('asks for a place that can be one', async () => {
  const refused = await office.get(path('xinxing', '?rank=0'))
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ issues: [{ path: 'rank' }] })
})
