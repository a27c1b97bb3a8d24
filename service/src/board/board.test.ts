import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import type { BoardRow, Completeness } from './board.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
})

const board = async (window = '2019-06-1') =>
  (await (await office.get(`/board?window=${window}`)).json()) as { rows: BoardRow[]; completeness: Completeness }
interface BoardPage {
  readonly rows: BoardRow[]
  readonly count: number
  readonly next: number | null
  readonly contacts: Record<string, unknown>
}
const formOf = ({ rows }: { rows: BoardRow[] }, form: string, unit = 'xinxing') =>
  rows.find((row) => row.unit.id === unit)?.forms.find((one) => one.form === form)

describe('the board', () => {
  it('before the due time asks, and blames nobody', async () => {
    expect(formOf(await board(), 'tax')).toMatchObject({ state: 'not-reported', timeliness: 'not-due' })
    expect((await board()).rows).toHaveLength(26)
  })

  it('after it calls late what is missing', async () => {
    service.setNow('2019-06-18T09:30:00.001Z')
    expect(formOf(await board(), 'tax')).toMatchObject({ state: 'not-reported', timeliness: 'late' })
  })

  it('asks nothing of a unit without the task', async () => {
    expect(formOf(await board(), 'tax', 'health')).toMatchObject({ state: 'not-applicable', timeliness: null })
  })

  it('counts forms asked for, and neither 空表 nor 退回 as complete', async () => {
    const { asked } = (await board()).completeness
    await service.submit(clerk, investment('6500'))
    const { number } = await service.submit(clerk, tax('1800'))
    await service.submit(await service.signIn('heping'), tax(null))
    await (
      await service.signIn('verify-finance')
    ).post('/verifications', { report: number, decisions: [{ item: '*', verdict: 'return', reason: '口径有误' }] })
    expect((await board()).completeness).toEqual({
      asked,
      complete: 1,
      onTime: 1,
      late: 0,
      empty: 1,
      returned: 1,
      missing: asked - 3,
    })
  })

  it('takes a 空表 in time for nothing: late is when figures came', async () => {
    await service.submit(clerk, tax(null))
    service.setNow('2019-06-18T10:00:00Z')
    expect(formOf(await board(), 'tax')).toMatchObject({ state: 'empty', timeliness: 'late' })
    await service.submit(clerk, tax('1800'))
    expect(formOf(await board(), 'tax')).toMatchObject({ timeliness: 'late', completedAt: '2019-06-18T10:00:00.000Z' })
  })

  it('goes by the first report with figures, of each form by itself, however many were empty before', async () => {
    await service.submit(clerk, investment('6500'))
    for (let empty = 0; empty < 3; empty += 1) await service.submit(clerk, tax(null))
    service.setNow('2019-06-18T09:10:00Z')
    await service.submit(clerk, tax('1800'))
    service.setNow('2019-06-18T09:20:00Z')
    const { number } = await service.submit(clerk, tax('1900'))
    const now = await board()
    expect(formOf(now, 'tax')).toMatchObject({ completedAt: '2019-06-18T09:10:00.000Z', number })
    expect(formOf(now, 'investment')?.completedAt).not.toBeNull()
    expect(formOf(now, 'investment')?.completedAt).not.toBe('2019-06-18T09:10:00.000Z')
  })

  it('shows beside what came late when the unit says it had saved it', async () => {
    const body = await service.draft(clerk, tax('1800'))
    service.setNow('2019-06-18T10:00:00Z')
    const sent = { 'idempotency-key': 'key-offline', 'saved-at': '2019-06-18T02:00:00.000Z' }
    expect((await clerk.post('/submissions', body, sent)).status).toBe(201)
    expect(formOf(await board(), 'tax')).toMatchObject({ timeliness: 'late', savedAt: sent['saved-at'] })
  })

  it('leaves on time what came back later with corrections', async () => {
    await service.submit(clerk, tax('1800'))
    service.setNow('2019-06-18T10:00:00Z')
    const { number } = await service.submit(clerk, tax('1900'))
    expect(formOf(await board(), 'tax')).toMatchObject({ timeliness: 'on-time', number })
  })

  it('shows a carried report as missing for this window', async () => {
    await service.submit(clerk, tax('1500'), '2019-05-2')
    expect(formOf(await board(), 'tax')).toMatchObject({ state: 'not-reported' })
  })

  it('is read a page at a time where a page is asked for, and counts every unit on each', async () => {
    const page = async (query: string) => (await (await office.get(`/board${query}`)).json()) as BoardPage
    const [whole, last] = [await page(''), await page('?after=20&limit=10')]
    expect([whole.next, whole.count]).toEqual([null, 26])
    expect(last).toEqual({ ...whole, rows: whole.rows.slice(20), contacts: expect.anything() })
    expect(Object.keys(last.contacts)).toEqual(last.rows.map(({ unit }) => unit.id))
    expect((await page('?limit=20')).next).toBe(20)
    expect((await office.get('/board?limit=0')).status).toBe(400)
  })

  it('flags a figure that hits the target, and one verified far below: to look at, not as a finding', async () => {
    const { number } = await service.submit(clerk, tax('3600'))
    const flags = async () => (await board()).rows.find(({ unit }) => unit.id === 'xinxing')?.flags
    const places = [{ unit: 'xinxing', form: 'tax', item: 'reported' }]
    expect(await flags()).toEqual([{ flag: 'equals-target', indicator: 'tax', places }])
    const finance = await service.signIn('verify-finance')
    const decide = (value: string) =>
      finance.post('/verifications', {
        report: number,
        decisions: [{ item: 'reported', verdict: 'adjust', adjustment: { value }, reason: '入库数为准' }],
      })
    await decide('2880')
    expect(await flags()).toHaveLength(1)
    await decide('2879.99')
    expect(await flags()).toContainEqual({ flag: 'verified-far-below', indicator: 'tax', places })
  })
})
