import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient, TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { runOf, runSteps, townsReported } from '../testing/run-steps.ts'
import { xlsxSnapshot } from '../testing/xlsx-snapshot.ts'
import type { RunView } from './run-view.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
beforeAll(async () => {
  ;({ service, office, clerk } = await townsReported())
})

const { draft, sign, publish } = runSteps(() => office)
const rowOf = ({ pools }: RunView, unit: string) =>
  pools.flatMap(({ rows }) => rows).find((row) => row.unit.id === unit)

describe('a run', () => {
  it('is numbered and frozen: what comes in later changes nothing of it', async () => {
    const first = await draft()
    expect(first.number).toMatch(/^2019-R\d\d$/)
    await service.submit(clerk, tax('1900'))
    expect(await runOf(await office.get(`/runs/${first.number}`))).toEqual(first)
    const second = await draft()
    expect(second.number > first.number).toBe(true)
    expect(second.hash).not.toBe(first.hash)
    expect(rowOf(second, 'xinxing')?.indicators.find(({ indicator }) => indicator === 'tax')?.figures).toMatchObject({
      target: '3600',
      reported: '1900',
      verified: null,
      actual: '1900',
      verification: 'unverified',
    })
  })

  it('goes from draft to signed to published, and no other way', async () => {
    const { number } = await draft()
    expect(await (await publish(number)).json()).toMatchObject({ type: '/problems/run-state', status: 'draft' })
    expect(await runOf(await sign(number))).toMatchObject({ status: 'signed', signed: { decider: '领导小组' } })
    expect((await sign(number)).status).toBe(409)
    expect(await runOf(await publish(number))).toMatchObject({ status: 'published' })
    expect((await publish(number)).status).toBe(409)
  })

  it('shows a unit everybody’s points once published, and figures of its own only', async () => {
    const { number } = await draft()
    await sign(number)
    await publish(number)
    const view = await runOf(await clerk.get(`/runs/${number}`))
    const taxOf = (unit: string) => rowOf(view, unit)?.indicators.find(({ indicator }) => indicator === 'tax')
    expect(taxOf('heping')).toEqual({ indicator: 'tax', status: 'scored', shown: expect.any(String) })
    expect(taxOf('xinxing')?.figures).toMatchObject({ target: '3600' })
    expect(view.board).toEqual([])
    const csv = await (await clerk.get(`/runs/${number}/tables/figures.csv`)).text()
    expect(csv).toContain('新兴街道')
    expect(csv).not.toContain('和平街道')
    expect((await clerk.get(`/runs/${number}/tables/reports.csv`)).status).toBe(404)
  })

  it('is told without the rows of its units where they are not asked for', async () => {
    const whole = await draft()
    const head = await runOf(await office.get(`/runs/${whole.number}?rows=none`))
    const pools = whole.pools.map((pool) => ({ ...pool, rows: [] }))
    expect(head).toEqual({ ...whole, pools, shortfalls: [], board: [] })
    expect((await office.get(`/runs/${whole.number}?rows=some`)).status).toBe(400)
  })

  it('goes out as a workbook with a sheet for each list', async () => {
    const { number } = await draft()
    const response = await office.get(`/runs/${number}/workbook`)
    expect(response.headers.get('content-disposition')).toContain(`run-${number}.xlsx`)
    const book = xlsxSnapshot(new Uint8Array(await response.arrayBuffer()))
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '综合排名（镇街）',
      '综合排名（区直）',
      '奖项',
      '完成情况',
      '上报情况',
    ])
    const texts = book.sheets.flatMap(({ values }) => values.flat())
    expect(texts).toContain(rowOf(await draft(), 'xinxing')?.unit.name)
    expect(texts.filter((value) => typeof value === 'string' && value.includes('示例(非官方)'))).toHaveLength(5)
  })

  it('is not drafted for a window that has not come', async () => {
    expect((await office.post('/runs', { window: '2019-12-1', title: '年终' })).status).toBe(409)
    expect((await office.post('/runs', { window: '2030-12-1', title: '年终' })).status).toBe(404)
  })
})
