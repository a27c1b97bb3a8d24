import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'

let service: TestService
let office: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
})

interface Row {
  readonly rank: number | null
  readonly unit: { readonly id: string }
  readonly indicators: Record<string, { status: string; shown: string | null; marks: string[] }>
  readonly total: { readonly kind: string; readonly shown?: string }
  readonly marks: readonly string[]
}
const ranking = async (query: string) =>
  (await (await office.get(`/rankings?${query}`)).json()) as {
    rows: Row[]
    count: number
    next: number | null
    provisional: boolean
  }
const rowOf = (rows: readonly Row[], unit: string) => rows.find((row) => row.unit.id === unit)

describe('GET /rankings', () => {
  it('lists every unit of the pool, those without a report unranked and never zero', async () => {
    const { rows, provisional } = await ranking('pool=town')
    expect(rows).toHaveLength(11)
    expect(rows.every(({ rank, total }) => rank === null && total.kind === 'withheld')).toBe(true)
    expect(rowOf(rows, 'xinxing')?.indicators['investment']).toEqual({
      status: 'undecided',
      shown: null,
      marks: ['not-reported'],
      reported: null,
      verified: null,
    })
    expect(provisional).toBe(true)
  })

  it('marks a reported figure as not verified', async () => {
    const receipt = await service.submit(await service.signIn('xinxing'), investment('6500'))
    const { rows } = await ranking('pool=town&window=2019-06-1')
    const shown = receipt.indicators.find(({ indicator }) => indicator === 'investment')?.shown
    expect(rowOf(rows, 'xinxing')?.indicators['investment']).toMatchObject({
      status: 'scored',
      shown,
      marks: ['unverified'],
      reported: '6500',
      verified: null,
    })
  })

  it('carries the latest report of an earlier window, and says so', async () => {
    const clerk = await service.signIn('xinxing')
    await service.submit(clerk, investment('6000'), '2019-05-2')
    const { rows } = await ranking('pool=town&window=2019-06-1')
    expect(rowOf(rows, 'xinxing')?.indicators['investment']?.marks).toEqual(['unverified', 'carried'])
  })

  it('of an earlier window leaves later reports out', async () => {
    await service.submit(await service.signIn('xinxing'), investment('6500'), '2019-06-1')
    const { rows } = await ranking('pool=town&window=2019-05-2')
    expect(rowOf(rows, 'xinxing')?.indicators['investment']?.marks).toEqual(['not-reported'])
  })

  it('names the pack and its notice', async () => {
    expect(await ranking('pool=department')).toMatchObject({
      pool: 'department',
      window: '2019-06-1',
      pack: { id: 'haizhou-2019', official: false, notice: expect.stringContaining('示例') },
      runAt: '2019-06-18T01:00:00.000Z',
    })
  })

  it('is read a page at a time where a page is asked for', async () => {
    const whole = await ranking('pool=town')
    expect(whole).toMatchObject({ count: 11, next: null })
    const [first, second] = [await ranking('pool=town&limit=8'), await ranking('pool=town&after=8&limit=8')]
    expect([first.next, second.next]).toEqual([8, null])
    expect([...first.rows, ...second.rows]).toEqual(whole.rows)
    expect(await ranking('pool=town&after=11')).toMatchObject({ rows: [], count: 11, next: null })
    for (const page of ['limit=0', 'limit=501', 'after=-1', 'after=x']) {
      expect((await office.get(`/rankings?pool=town&${page}`)).status, page).toBe(400)
    }
  })

  it.each(['pool=village', 'pool=town&window=2030-01-1'])('knows no %s', async (query) => {
    expect((await office.get(`/rankings?${query}`)).status).toBe(404)
  })
})
