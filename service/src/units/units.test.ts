import { beforeAll, describe, expect, it } from 'vitest'
import type { RegisteredUnit } from '../register/registered-unit.ts'
import type { RunView } from '../runs/run-view.ts'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects, tax } from '../testing/records.ts'
import type { Contact, Duty } from './contacts.ts'
import type { ContactList } from './store.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
const anew = async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
}
const json = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}
const register = async () =>
  (
    await json<{ units: (RegisteredUnit & { missing: Duty[]; contacts: Contact[] })[] }>(
      await office.get('/units/register'),
    )
  ).units
const of = async (id: string) => (await register()).find((unit) => unit.id === id)
const by = { decider: '领导小组', document: '阜海编〔2019〕3号' }
const park = {
  id: 'park',
  name: '一个驻区单位',
  kind: 'stationed',
  pool: null,
  order: 30,
  from: '2019-06-01',
  to: null,
  ...by,
}
const changed = (unit: RegisteredUnit | undefined, more: object) => ({
  name: unit?.name,
  kind: unit?.kind,
  pool: unit?.pool,
  order: unit?.order,
  from: unit?.from ?? null,
  to: unit?.to ?? null,
  ...by,
  ...more,
})
const head = { duty: 'head', name: '周主任', phone: '0418-3315000' }
const filler = { duty: 'clerk', name: '李四', phone: '13904180000', account: 'xinxing' }

describe('a unit', () => {
  beforeAll(anew)

  it('is entered with its kind, its pool and its days, by decision', async () => {
    expect((await office.post('/units', park)).status).toBe(201)
    expect(await of('park')).toMatchObject({ kind: 'stationed', pool: null, order: 30, from: '2019-06-01' })
    const { entries } = await json<{ entries: object[] }>(await office.get('/audit?subject=unit/park'))
    expect(entries).toMatchObject([{ actor: 'office', action: 'unit.entered', after: { ...by, kind: 'stationed' } }])
  })

  it('stands in the order of the register, not of its letters', async () => {
    const names = (await register()).map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(['韩家店镇', '新兴街道', '和平街道'])
    expect(names.at(-1)).toBe('一个驻区单位')
  })

  it('is in no ranking without a pool, and not asked for windows before its first day', async () => {
    const ranked = async (pool: string) =>
      (await json<{ rows: { unit: { id: string } }[] }>(await office.get(`/rankings?pool=${pool}`))).rows
    const all = [...(await ranked('town')), ...(await ranked('department'))]
    expect(all.map(({ unit }) => unit.id)).not.toContain('park')
    const board = async (window: string) =>
      (await json<{ rows: { unit: { id: string } }[] }>(await office.get(`/board?window=${window}`))).rows.length
    expect([await board('2019-05-2'), await board('2019-06-1')]).toEqual([26, 27])
  })

  it.each([
    ['an id that is taken', { id: 'xinxing', order: 31 }, 'id'],
    ['an order that is taken', { id: 'other', order: 2 }, 'order'],
    ['a pool the pack does not have', { id: 'other', order: 31, pool: 'league' }, 'pool'],
    ['an end before its beginning', { id: 'other', order: 31, to: '2019-05-31' }, 'to'],
    ['no document', { id: 'other', order: 31, document: '' }, 'document'],
  ])('is refused for %s', async (_, more, path) => {
    const response = await office.post('/units', { ...park, ...more })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ path }] })
  })

  it('takes no place in the order that stands in the project numbers of another', async () => {
    await service.submit(clerk, projects(projectRow('甲项目')))
    await office.post('/units/xinxing/change', changed(await of('xinxing'), { order: 40 }))
    const response = await office.post('/units', { ...park, id: 'other', order: 2 })
    expect(await response.json()).toMatchObject({ issues: [{ path: 'order' }] })
  })

  it('goes out as a table that runs nothing', async () => {
    await office.post('/units/park/change', changed(await of('park'), { name: '=1+1' }))
    const csv = await (await office.get('/units/table')).text()
    expect(csv.split('\r\n')[1]).toBe('1,韩家店镇,镇街,镇街,,,,,,,')
    expect(csv).toContain("30,'=1+1,驻区单位,不排名,2019-06-01,")
  })
})

describe('a unit that ends', () => {
  beforeAll(anew)

  it('keeps its past and its runs, and is out of later windows', async () => {
    await service.submit(clerk, investment('6500'), '2019-05-2')
    const before = (await json<{ run: RunView }>(await office.post('/runs', { window: '2019-05-2', title: '一' }))).run
    await office.post('/units/xinxing/change', changed(await of('xinxing'), { to: '2019-06-10' }))
    const units = async (window: string) => {
      const { run } = await json<{ run: RunView }>(await office.post('/runs', { window, title: window }))
      return run.pools.flatMap(({ rows }) => rows.map(({ unit }) => unit.id))
    }
    expect(await units('2019-05-2')).toContain('xinxing')
    expect(await units('2019-06-1')).not.toContain('xinxing')
    const again = await office.get(`/runs/${before.number}/reexecution`)
    expect(await again.json()).toMatchObject({ same: true, stored: before.hash })
  })

  it('reports for its windows, and for none after', async () => {
    expect((await service.submit(clerk, tax('100'), '2019-05-2')).unit.id).toBe('xinxing')
    expect((await clerk.get('/standing?window=2019-06-1')).status).toBe(404)
    expect((await json<{ id: string }[]>(await clerk.get('/units'))).map(({ id }) => id)).not.toContain('xinxing')
  })
})

describe('contacts', () => {
  beforeAll(anew)
  const propose = (client: TestClient, contacts: readonly object[], unit = 'xinxing') =>
    client.post(`/units/${unit}/contacts`, { contacts })
  const board = async () =>
    (await json<{ contacts: Record<string, Duty[]> }>(await office.get('/board'))).contacts['xinxing']

  it('are missed on the board until they are known', async () => {
    expect(await board()).toEqual(['head', 'clerk'])
  })

  it('are proposed by the unit and in force once the office agrees', async () => {
    const { list } = await json<{ list: ContactList }>(await propose(clerk, [head, filler]))
    expect(list).toMatchObject({ number: 1, status: 'proposed' })
    expect(await board()).toEqual(['head', 'clerk'])
    const decision = { approved: true, decider: '王主任', reason: '属实' }
    await office.post('/units/xinxing/contacts/1/decision', decision)
    expect(await board()).toEqual([])
    expect((await office.post('/units/xinxing/contacts/1/decision', decision)).status).toBe(404)
  })

  it('that are refused change nothing, and the unit reads why', async () => {
    await propose(clerk, [])
    const decision = { approved: false, decider: '王主任', reason: '须有第一责任人' }
    await office.post('/units/xinxing/contacts/2/decision', decision)
    expect(await board()).toEqual([])
    const { lists } = await json<{ lists: ContactList[] }>(await clerk.get('/units/xinxing'))
    expect(lists[1]).toMatchObject({ status: 'refused', reason: '须有第一责任人' })
  })

  it('that ran out are missed again', async () => {
    await propose(office, [{ ...head, to: '2019-06-17' }, filler])
    expect(await board()).toEqual(['head'])
    await propose(office, [head, filler])
  })

  it('are nobody else’s to see or to propose, and stand in no log with their phones', async () => {
    const other = await service.signIn('heping')
    expect((await other.get('/units/xinxing')).status).toBe(404)
    expect((await propose(other, [head])).status).toBe(404)
    const log = await (await office.get('/audit?subject=unit/xinxing')).text()
    expect(log).toContain('周主任')
    expect(log).not.toContain('0418-3315000')
  })

  it.each([
    ['a phone that is none', { ...head, phone: '=cmd|calc' }],
    ['a duty there is not', { ...head, duty: 'boss' }],
    ['an end before its beginning', { ...head, from: '2019-06-02', to: '2019-06-01' }],
    ['no name', { ...head, name: ' ' }],
  ])('are refused for %s', async (_, contact) => {
    expect((await propose(clerk, [contact])).status).toBe(400)
  })
})

describe('a hand-over', () => {
  beforeAll(anew)
  const coming = {
    from: 'xinxing',
    to: { username: 'xinxing-2', name: '赵六', phone: '13904181111' },
    decider: '王主任',
    reason: '岗位调整',
  }
  const handOver = (change: object = {}, unit = 'xinxing') =>
    office.post(`/units/${unit}/hand-over`, { ...coming, ...change })

  it('changes clerk, account and contact in one step, and the history stays', async () => {
    await office.post('/units/xinxing/contacts', { contacts: [head, filler] })
    const { number } = await service.submit(clerk, tax('1800'))
    const answer = await json<{ initialPassword: string; unit: { contacts: Contact[] } }>(await handOver())
    expect(answer.initialPassword).toHaveLength(20)
    expect(answer.unit.contacts).toMatchObject([
      { duty: 'head', to: null },
      { duty: 'clerk', name: '李四', to: '2019-06-18' },
      { duty: 'clerk', name: '赵六', account: 'xinxing-2', from: '2019-06-18' },
    ])
    expect((await clerk.get('/me')).status).toBe(401)
    await service.db
      .updateTable('account')
      .set({ password_kind: 'own' } as never)
      .execute()
    const next = await service.signIn('xinxing-2')
    expect(await json(await next.get(`/receipts/${number}`))).toMatchObject({ receipt: { number } })
    expect((await service.submit(next, tax('1900'))).unit.id).toBe('xinxing')
  })

  it.each([
    ['somebody of another unit', { from: 'heping' }, 'from'],
    ['somebody who has left', { from: 'xinxing', to: { ...coming.to, username: 'xinxing-3' } }, 'from'],
    ['a user name that is taken', { from: 'xinxing-2', to: { ...coming.to, username: 'heping' } }, 'to.username'],
  ])('is refused for %s, and nothing of it is done', async (_, change, path) => {
    const before = await (await office.get('/accounts')).text()
    const response = await handOver(change)
    expect(await response.json()).toMatchObject({ issues: [{ path }] })
    expect(await (await office.get('/accounts')).text()).toBe(before)
  })
})
