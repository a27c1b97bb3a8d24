import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import type { RunView } from './run-view.ts'

let service: TestService
let office: TestClient
let number: string
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
  await service.submit(await service.signIn('xinxing'), investment('6500'))
  const drafted = await office.post('/runs', { window: '2019-06-1', title: '六月上半月测算' })
  number = ((await drafted.json()) as { run: RunView }).run.number
})
const signature = () => office.post(`/runs/${number}/signature`, { decider: '领导小组', document: '纪要1号' })
const publication = () => office.post(`/runs/${number}/publication`, {})

/** What somebody with the database in hand would do; the types forbid it on purpose. */
const forge = (change: object) => service.db.updateTable('run').set(change).where('number', '=', number).execute()
async function forgeResult() {
  const stored = service.db.selectFrom('run').select('result').where('number', '=', number)
  const { result } = await stored.executeTakeFirstOrThrow()
  const forged = result.replace('"rank":null', '"rank":1')
  expect(forged).not.toBe(result)
  await forge({ result: forged })
}
const refusal = { status: 409, type: '/problems/run-altered' }
async function told(answer: Response | Promise<Response>) {
  const response = await answer
  return { status: response.status, type: ((await response.json()) as { type?: string }).type }
}

describe('a run that was altered behind the service’s back', () => {
  it('is not signed', async () => {
    await forgeResult()
    expect(await told(signature())).toEqual(refusal)
  })

  it('is not published once it is signed', async () => {
    expect((await signature()).status).toBe(200)
    await forgeResult()
    expect(await told(publication())).toEqual(refusal)
    expect(await service.db.selectFrom('run').select('status').execute()).toEqual([{ status: 'signed' }])
  })

  it('is handed out to nobody, in no form; the comparison that shows what differs is', async () => {
    await signature()
    expect((await publication()).status).toBe(200)
    const clerk = await service.signIn('xinxing')
    const places = ['', '/tables/awards', '/workbook', '/units/xinxing']
    for (const place of places) expect((await clerk.get(`/runs/${number}${place}`)).status, place).toBe(200)
    await forgeResult()
    for (const place of places) expect(await told(clerk.get(`/runs/${number}${place}`)), place).toEqual(refusal)
    expect(await (await office.get(`/runs/${number}/reexecution`)).json()).toMatchObject({ same: false })
  })

  it('does not pass with a fingerprint to match', async () => {
    await signature()
    await publication()
    await forge({ hash: 'f'.repeat(64) })
    expect(await told(office.get(`/runs/${number}`))).toEqual(refusal)
    expect(await told(office.get(`/runs/${number}/rankings/town`))).toEqual(refusal)
  })

  it('does not pass as a draft to be decided upon anew', async () => {
    await signature()
    await forge({ status: 'draft' })
    expect(await told(signature())).toEqual(refusal)
  })

  it('does not pass with another list of winners', async () => {
    const { awards } = ((await (await office.get(`/runs/${number}`)).json()) as { run: RunView }).run
    const [award] = awards
    await signature()
    const account = await service.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const decision = { run: number, award: award?.award ?? '', count: 1, chosen: '[]', decider: '某人', reason: '改' }
    await service.db
      .insertInto('run_award')
      .values({ ...decision, account: account.id, decided_at: '' })
      .execute()
    expect(await told(publication())).toEqual(refusal)
  })
})
