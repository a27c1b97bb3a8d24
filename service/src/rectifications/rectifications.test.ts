import { beforeAll, describe, expect, it } from 'vitest'
import type { RunView } from '../runs/run-view.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { xlsxSnapshot } from '../testing/xlsx-snapshot.ts'
import type { Rectification } from './store.ts'

type Listed = Rectification & { readonly state: string }
let service: TestService
let office: TestClient
let clerk: TestClient
beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
  service.setNow('2019-07-02T01:00:00Z')
  await service.submit(clerk, tax('1500'), '2019-h1')
})

const seenBy = async (client: TestClient) =>
  ((await (await client.get('/rectifications')).json()) as { rectifications: Listed[] }).rectifications
const publish = async (title: string) => {
  const { run } = (await (await office.post('/runs', { window: '2019-h1', title })).json()) as { run: RunView }
  await office.post(`/runs/${run.number}/signature`, { decider: '领导小组', document: '纪要1号' })
  expect((await office.post(`/runs/${run.number}/publication`, {})).status).toBe(200)
  return run.number
}
const filing = {
  cause: '=1+1 税源迟滞',
  measures: '清理欠税',
  completeBy: '2019-09-30',
  statement: '保证完成',
  signatory: '主要负责人',
}
const file = (client: TestClient, number: string) => client.post(`/rectifications/${number}/filing`, filing)

describe('整改', () => {
  it('is opened by a published half-year run, once for each task that lacks something, with the figures', async () => {
    expect(await seenBy(office)).toEqual([])
    const run = await publish('半年考核')
    const opened = await seenBy(clerk)
    // Half of 3600 is due; nothing else of 新兴街道 was reported, so nothing else is known to be missed.
    expect(opened).toMatchObject([
      {
        run,
        window: '2019-h1',
        unit: 'xinxing',
        indicator: 'tax',
        target: '3600',
        due: '1800',
        actual: '1500',
        gap: '300',
        fileBy: '2019-07-17',
        state: 'due',
        filing: null,
      },
    ])
    await publish('半年考核（更正）')
    expect(await seenBy(clerk)).toEqual(opened)
  })

  it('is filed by its unit alone; each filing is kept and the latest is shown', async () => {
    const [{ number } = { number: '' }] = await seenBy(clerk)
    expect((await file(await service.signIn('heping'), number)).status).toBe(404)
    expect((await clerk.post(`/rectifications/${number}/filing`, { ...filing, completeBy: '九月底' })).status).toBe(400)
    expect((await file(clerk, number)).status).toBe(200)
    expect(await seenBy(office)).toMatchObject([{ number, state: 'filed', filing: { ...filing, by: 'xinxing' } }])
  })

  it('goes out as a table and as a workbook in which text stays text', async () => {
    const csv = await (await office.get('/rectifications/table')).text()
    expect(csv).toContain('新兴街道,协税护税,万元,3600,1800,1500,300,2019-07-17,已报')
    expect(csv).toContain(`'=1+1 税源迟滞`)
    const book = xlsxSnapshot(new Uint8Array(await (await office.get('/rectifications/workbook')).arrayBuffer()))
    expect(book.sheets.map(({ name }) => name)).toEqual(['整改情况'])
    expect(JSON.stringify(book.sheets[0])).toContain('=1+1 税源迟滞')
  })

  it('says which are overdue, and which came after that', async () => {
    await service.submit(await service.signIn('heping'), tax('10'), '2019-h1')
    service.setNow('2019-07-03T01:00:00Z')
    await publish('半年考核（再更正）')
    const heping = await service.signIn('heping')
    service.setNow('2019-07-19T01:00:00Z')
    const [{ number, state } = { number: '', state: '' }] = await seenBy(heping)
    expect(state).toBe('overdue')
    await file(heping, number)
    expect(await seenBy(heping)).toMatchObject([{ state: 'filed-late' }])
  })
})
