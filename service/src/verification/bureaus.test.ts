import { beforeEach, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects, tax } from '../testing/records.ts'
import { decide, problem, queueOf, standings } from '../testing/verification-steps.ts'

let service: TestService
let clerk: TestClient
let drc: TestClient
let finance: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  drc = await service.signIn('verify-drc')
  finance = await service.signIn('verify-finance')
})

const { standing, verified } = standings(() => clerk)

describe('a bureau', () => {
  it('does not verify its own unit; the office does', async () => {
    const own = await service.signIn('finance')
    const { number } = await service.submit(own, tax('300'))
    expect((await queueOf(finance)).reports).toEqual([])
    const approve = [{ item: 'reported', verdict: 'approve' }]
    expect((await decide(finance, number, approve)).status).toBe(404)
    const office = await service.signIn('office')
    expect((await queueOf(office)).reports).toMatchObject([{ number, open: 1 }])
    expect((await decide(office, number, approve)).status).toBe(200)
    expect((await standing(own)).verification.find(({ indicator }) => indicator === 'tax')).toMatchObject({
      verified: '300',
    })
  })

  it('gets the same 404 for a report outside its duties as for one that is missing', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    const answers = await Promise.all([decide(drc, number, []), decide(drc, '2019-999999', [])])
    const bodies = await Promise.all(answers.map(async (answer) => ({ ...(await problem(answer)), requestId: null })))
    expect(bodies[0]).toMatchObject({ status: 404 })
    expect(bodies[0]).toEqual(bodies[1])
  })

  it('is told when the unit has handed in again since', async () => {
    const { number: sent } = await service.submit(clerk, tax('1800'))
    const { number: current } = await service.submit(clerk, tax('1900'))
    const answer = await problem(await decide(finance, sent, [{ item: 'reported', verdict: 'approve' }]))
    expect(answer).toMatchObject({ status: 409, type: '/problems/report-outdated', sent, current })
  })

  it('decides nothing when one of its decisions cannot stand', async () => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲')))
    const good = { item: numbers[0]?.number, verdict: 'approve' }
    expect((await decide(drc, number, [good, { item: '2-02-0099', verdict: 'approve' }])).status).toBe(400)
    expect(await verified('new-projects')).toMatchObject({ state: 'unverified' })
  })

  it('leaves a line in the log for what it changed, old and new, and none for saying it twice', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    const decision = { item: 'reported', verdict: 'adjust', adjustment: { value: '1700' }, reason: '退库' }
    await decide(finance, number, [decision])
    await decide(finance, number, [decision])
    const office = await service.signIn('office')
    const { entries } = (await (await office.get('/audit?subject=report/xinxing/tax')).json()) as { entries: object[] }
    expect(entries.slice(1)).toMatchObject([
      {
        actor: 'verify-finance',
        action: 'figure.verified',
        before: { number, items: [{ item: 'reported', value: '1800' }] },
        after: { bureau: 'finance', items: [{ item: 'reported', adjustment: { value: '1700' } }] },
        reason: '退库',
      },
    ])
  })
})
