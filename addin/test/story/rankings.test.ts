import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, openDemo, type Demo } from '../../../service/src/cli/open-demo.ts'
import { apiClerk, type SentReport } from './api-clerk.ts'
import { figures } from './figures.ts'
import { oracle } from './oracle.ts'
import { recordsOf } from './records.ts'

const silent = { info: () => undefined, error: () => undefined }

interface RankingBody {
  readonly rows: readonly {
    readonly rank: number | null
    readonly unit: { readonly id: string; readonly name: string }
    readonly indicators: Readonly<Record<string, { readonly shown: string | null }>>
    readonly total: { readonly kind: string; readonly shown?: string }
  }[]
}

describe('26 units reporting over HTTP', () => {
  let demo: Demo
  const sent: SentReport[] = []
  beforeAll(async () => {
    demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent })
    for (const raw of figures) {
      const clerk = await apiClerk(demo.url, raw.unit, demoPassword)
      for (const record of recordsOf(raw)) sent.push(await clerk.report(record))
    }
  }, 60_000)
  afterAll(() => demo.close())

  it('are answered with the points they saw before, to the last digit', () => {
    expect(sent).toHaveLength(26 * 5)
    for (const { shownBefore, receipt } of sent) {
      expect(receipt.total).toEqual(shownBefore.total)
      expect(receipt.indicators.map(({ indicator, shown }) => [indicator, shown])).toEqual(
        shownBefore.indicators.map(({ indicator, shown }) => [indicator, shown]),
      )
    }
  })

  it.each(['town', 'department'] as const)('are ranked as computed from their raw figures: %s', async (pool) => {
    const office = await apiClerk(demo.url, 'office', demoPassword)
    const { rows } = (await office.get(`/api/v1/rankings?pool=${pool}&window=2019-06-1`)) as RankingBody
    const answered = rows.map(({ rank, unit, indicators, total }) => ({
      unit: unit.id,
      name: unit.name,
      rank,
      total: total.kind === 'total' ? total.shown : null,
      points: Object.fromEntries(
        Object.keys(oracle(pool)[0]?.points ?? {}).map((indicator) => [
          indicator,
          indicators[indicator]?.shown ?? null,
        ]),
      ),
    }))
    expect(answered).toEqual(oracle(pool))
  })
})
