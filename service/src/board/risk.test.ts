import { beforeAll, describe, expect, it } from 'vitest'
import { investment, testService, type TestService } from '../testing/harness.ts'
import { funds, grantRow, projectRow, projects, tax } from '../testing/records.ts'
import type { BoardRow } from './board.ts'
import type { RiskFlag } from './risk.ts'

let service: TestService
let rows: readonly BoardRow[]
const numbers: Record<string, string | undefined> = {}
const flagsOf = (unit: string, flag: string) =>
  rows.find((row) => row.unit.id === unit)?.flags.filter((one) => one.flag === flag) ?? []

/** Three half-months: 新兴街道 jumps, loses a project and claims a document twice with 和平街道, which is always late. */
beforeAll(async () => {
  service = await testService()
  const xinxing = await service.signIn('xinxing')
  const heping = await service.signIn('heping')
  service.setNow('2019-05-16T01:00:00Z')
  await service.submit(xinxing, investment('1000'), '2019-05-1')
  const { numbers: given } = await service.submit(xinxing, projects(projectRow('甲'), projectRow('乙')), '2019-05-1')
  numbers['甲'] = given[0]?.number
  service.setNow('2019-06-06T01:00:00Z')
  await service.submit(heping, tax('900'), '2019-05-2')
  service.setNow('2019-06-18T01:00:00Z')
  const row = { documentNumber: '辽财指预〔2019〕1号' }
  const mine = await service.submit(xinxing, funds(grantRow('一', '300', row)))
  const theirs = await service.submit(heping, funds(grantRow('二', '400', { documentNumber: '辽财指预[2019] １号' })))
  numbers['一'] = mine.numbers[0]?.number
  numbers['二'] = theirs.numbers[0]?.number
  await service.submit(xinxing, investment('20000'))
  await service.submit(xinxing, projects(projectRow('乙', { number: given[1]?.number ?? null })))
  service.setNow('2019-06-20T01:00:00Z')
  const office = await service.signIn('office')
  rows = ((await (await office.get('/board?window=2019-06-1')).json()) as { rows: BoardRow[] }).rows
})

describe('风险提示', () => {
  it('names a figure that grew by more than half its target in one window', () => {
    expect(flagsOf('xinxing', 'jump')).toEqual([
      { flag: 'jump', indicator: 'investment', places: [{ unit: 'xinxing', form: 'investment', item: 'reported' }] },
    ])
    expect(flagsOf('heping', 'jump')).toEqual([])
  })

  it('names the same document claimed by two units, with both places, however it is spelled', () => {
    const places = [
      { unit: 'xinxing', form: 'funds', item: numbers['一'] },
      { unit: 'heping', form: 'funds', item: numbers['二'] },
    ]
    const expected = [{ flag: 'duplicate', indicator: null, places }]
    expect([flagsOf('xinxing', 'duplicate'), flagsOf('heping', 'duplicate')]).toEqual([expected, expected])
  })

  it('names a project that was reported and is no longer there', () => {
    expect(flagsOf('xinxing', 'project-dropped')).toEqual([
      {
        flag: 'project-dropped',
        indicator: null,
        places: [{ unit: 'xinxing', form: 'projects', item: numbers['甲'] }],
      },
    ])
  })

  it('names each form that is due and was not reported', () => {
    expect(flagsOf('xinxing', 'not-reported').map(({ places }) => places[0]?.form)).toEqual(['enclave', 'tax'])
  })

  it('names the windows of a unit that is late again and again', () => {
    expect(flagsOf('heping', 'late-pattern')).toEqual([
      {
        flag: 'late-pattern',
        indicator: null,
        places: ['2019-05-1', '2019-05-2', '2019-06-1'].map((item) => ({ unit: 'heping', form: null, item })),
      },
    ])
  })

  it('shows a bureau what it verifies, and nothing else', async () => {
    const flagsSeenBy = async (bureau: string) =>
      (
        (await (await (await service.signIn(`verify-${bureau}`)).get('/verifications?window=2019-06-1')).json()) as {
          flags: RiskFlag[]
        }
      ).flags
    const kinds = async (bureau: string) => [...new Set((await flagsSeenBy(bureau)).map(({ flag }) => flag))].toSorted()
    expect(await kinds('statistics')).toEqual(['jump', 'not-reported', 'project-dropped'])
    expect(await kinds('finance')).toEqual(['duplicate', 'not-reported'])
    expect(await kinds('commerce')).toEqual([])
  })
})
