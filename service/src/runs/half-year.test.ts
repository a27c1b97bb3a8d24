import { beforeAll, describe, expect, it } from 'vitest'
import { auditEntries, chainHead } from '../audit/store.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { verifyReports } from '../reports/audited-reports.ts'
import { oracle, reported, silent, towns } from '../testing/half-year-figures.ts'
import { pointsOf, twoPlaces, type TownTargets } from '../testing/half-year-oracle.ts'
import { bureausVerify, json, openHalfYear, townsReport, type HalfYear } from '../testing/half-year.ts'
import { funds, grantRow } from '../testing/records.ts'
import type { RunView } from './run-view.ts'

let year: HalfYear
let seen: Awaited<ReturnType<typeof bureausVerify>>
let view: RunView
/** The whole half-year, as it happens; the tests below look at what came of it. */
beforeAll(async () => {
  year = await openHalfYear()
  await townsReport(year)
  seen = await bureausVerify(year)
  view = await year.draft('半年考核')
}, 120_000)

const targetsOf = (unit: string) => year.targetsOf(unit)
const rowsOf = ({ pools }: RunView) => pools.find(({ pool }) => pool === 'town')?.rows ?? []

describe('the half-year of eleven towns', () => {
  it('shows a returned report to its unit with the reason, and to the office as not complete', () => {
    expect(seen.returned).toContainEqual(
      expect.objectContaining({
        form: 'tax',
        state: 'returned',
        returned: [expect.objectContaining({ item: '*', reason: '与入库台账不符', bureau: 'finance' })],
      }),
    )
    expect(seen.whileReturned).toMatchObject({ returned: 1, late: 1 })
  })

  it('lists the joint dispute with both figures until the bureaus agree', () => {
    const { grants } = reported.find(({ unit }) => unit === 'xishan') ?? { grants: [] }
    expect(seen.disputes).toMatchObject({
      disputes: [
        {
          unit: { id: 'xishan' },
          indicator: 'funds',
          reported: String(grants.reduce((sum, amount) => sum + amount, 0n)),
          bureaus: [
            { bureau: 'drc', value: '1400' },
            { bureau: 'finance', value: '1300' },
          ],
        },
      ],
    })
  })

  it('counts what came, what was late and what is missing as one would by hand', async () => {
    const { rows, completeness } = await year.board()
    const own = rows.filter(({ unit }) => towns.includes(unit.id))
    const states = own.flatMap(({ forms }) => forms.map(({ state }) => state))
    const formsOf = ({ investment, newProjects, reserves, enclave: flying, tax: taxed, funds: fund }: TownTargets) =>
      [investment, newProjects ?? reserves, flying, taxed, fund].filter((target) => target !== undefined).length
    const asked = towns.reduce((sum, unit) => sum + formsOf(targetsOf(unit)), 0)
    expect(states.filter((state) => state === 'reported' || state === 'nil')).toHaveLength(asked - 1)
    expect(states.filter((state) => state === 'nil')).toHaveLength(1)
    expect(own.find(({ unit }) => unit.id === silent)?.forms.find(({ form }) => form === 'funds')).toMatchObject({
      state: 'not-reported',
      timeliness: 'late',
    })
    expect(completeness).toMatchObject({ complete: asked - 1, onTime: asked - 2, late: 1, returned: 0, empty: 0 })
  })

  it('gives every unit the points that its settled figures are worth, digit for digit', () => {
    for (const { unit, figures } of oracle.filter((one) => one.unit !== silent)) {
      const { points, total } = pointsOf(figures, targetsOf(unit))
      const row = rowsOf(view).find((one) => one.unit.id === unit)
      const shown = row?.indicators.flatMap(({ indicator, shown: value }) =>
        points.has(indicator) ? [[indicator, value]] : [],
      )
      expect(shown, unit).toEqual([...points].map(([indicator, each]) => [indicator, twoPlaces(each)]))
      expect(row?.total, unit).toMatchObject({ kind: 'total', shown: twoPlaces(total) })
    }
  })

  it('ranks them so, equal totals sharing a place, and leaves the silent one unranked and without a zero', () => {
    const totals = oracle
      .filter(({ unit }) => unit !== silent)
      .map(({ unit, figures }) => ({ unit, total: pointsOf(figures, targetsOf(unit)).total }))
    const expected = new Map(
      totals.map(({ unit, total }) => [unit, totals.filter((other) => other.total > total).length + 1]),
    )
    for (const { unit, rank, total } of rowsOf(view)) {
      expect(rank, unit.id).toBe(expected.get(unit.id) ?? null)
      if (unit.id === silent) expect(total).toMatchObject({ kind: 'withheld', undecided: ['funds'] })
    }
  })

  it('verified every figure that was reported', () => {
    const open = rowsOf(view).flatMap(({ unit, indicators }) =>
      indicators
        .filter(({ figures }) => !['verified', 'not-applicable'].includes(figures?.verification ?? ''))
        .map(({ indicator }) => `${unit.id}/${indicator}`),
    )
    expect(open).toEqual([`${silent}/funds`])
  })

  it('awards by completion, capped at 120 %, then by amount; the prizes add up', () => {
    const capped = (done: bigint, asked: bigint) =>
      done * 5n > asked * 6n ? ([6n, 5n] as const) : ([done, asked] as const)
    const by = oracle
      .map(({ unit, figures }) => ({
        unit,
        done: figures.tax,
        rate: capped(figures.tax, BigInt(targetsOf(unit).tax ?? '1')),
      }))
      .toSorted((a, b) => Number(b.rate[0] * a.rate[1] - a.rate[0] * b.rate[1] || b.done - a.done))
    expect(view.awards.find(({ award }) => award === 'tax-award')?.winners).toEqual(
      by.slice(0, 2).map(({ unit }) => unit),
    )
    const prizeOf = (award: string) => (award.endsWith('without-task') ? 0 : award.startsWith('comprehensive') ? 5 : 2)
    const prizes = view.awards.map(({ award, winners }) => winners.length * prizeOf(award))
    expect(view.budget.now).toBe(String(prizes.reduce((sum, each) => sum + each, 0)))
    // 综合奖 10 × 5; five 单项奖 that are issued besides 争取资金, two or three winners of 2 each.
    expect([view.budget.least, view.budget.most]).toEqual(['74', '86'])
  })

  it('lists every task of which less than half is done, with what is lacking, for rectification', () => {
    const taxed = oracle.flatMap(({ unit, figures }) => {
      const target = BigInt(targetsOf(unit).tax ?? '0')
      const lacking = target - 2n * figures.tax
      return lacking > 0n ? [[unit, lacking % 2n === 0n ? String(lacking / 2n) : `${lacking / 2n}.5`]] : []
    })
    expect(taxed.length).toBeGreaterThan(0)
    const listed = view.shortfalls.filter(({ unit, indicator }) => indicator === 'tax' && towns.includes(unit))
    expect(listed.map(({ unit, gap }) => [unit, gap])).toEqual(taxed)
    expect(view.shortfalls.some(({ indicator }) => indicator === 'unregistered-projects')).toBe(false)
  })

  it('is executed again to the same hash, also after a later correction made another run', async () => {
    year.service.setNow('2019-07-02T11:00:00Z')
    await year.handIn(silent, funds(grantRow('补报', '700')))
    const next = await year.draft('半年考核（更正）')
    expect(next.hash).not.toBe(view.hash)
    expect(rowsOf(next).find(({ unit }) => unit.id === silent)?.rank).not.toBeNull()
    expect(await json(await year.office.get(`/runs/${view.number}/reexecution`))).toMatchObject({
      stored: view.hash,
      same: true,
    })
  })

  it('is hidden from every unit until it is signed and published, and then the same for all', async () => {
    const status = async () => (await year.clerkOf('hebei').get(`/runs/${view.number}`)).status
    expect(await status()).toBe(404)
    await json(
      await year.office.post(`/runs/${view.number}/signature`, { decider: '领导小组', document: '会议纪要5号' }),
    )
    expect(await status()).toBe(404)
    await json(await year.office.post(`/runs/${view.number}/publication`, {}))
    const { run } = await json<{ run: RunView }>(await year.clerkOf('hebei').get(`/runs/${view.number}`))
    const ranks = (from: RunView) => rowsOf(from).map(({ rank, unit, total }) => [rank, unit.id, total])
    expect(ranks(run)).toEqual(ranks(view))
  })

  it('is logged from the first report to publication; one altered line is found', async () => {
    const { db } = year.service
    const verified = async () => {
      const entries = await auditEntries(db, 'haizhou-2019')
      return [
        ...verifyChain('haizhou-2019', entries, await chainHead(db, 'haizhou-2019')),
        ...(await verifyReports(db, 'haizhou-2019', entries)),
      ]
    }
    expect(await verified()).toEqual([])
    const line = (await auditEntries(db, 'haizhou-2019')).find(({ action }) => action === 'report.returned')
    // The type forbids it on purpose.
    const change = { reason: '（已删）' } as object
    await db
      .updateTable('audit_entry')
      .set(change)
      .where('seq', '=', line?.seq ?? 0)
      .execute()
    expect(await verified()).toEqual([{ kind: 'altered', seq: line?.seq }])
  })
})
