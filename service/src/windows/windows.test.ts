import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
})

const window = '2019-06-1'
const lock = (locked = true) =>
  office.post(`/windows/${window}/lock`, { locked, decider: '领导小组办公室', reason: '报送截止' })
const reopening = {
  units: ['xinxing'],
  forms: ['investment'],
  decider: '王主任',
  reason: '系统故障补报',
  expires: '2019-06-19T17:30:00+08:00',
}
const reopen = (change: object = {}, id = window) =>
  office.post(`/windows/${id}/reopenings`, { ...reopening, ...change })
const handIn = async (client = clerk, record = investment('6500'), id = window) => {
  const body = await service.draft(client, record, id)
  const response = await client.post('/submissions', body, { 'idempotency-key': crypto.randomUUID() })
  const answer = (await response.json()) as { state?: string; receipt?: { timeliness: string } }
  return response.ok ? answer.receipt?.timeliness : answer.state
}
const windowOf = async (client: TestClient, id = window) => {
  const { windows } = (await (await client.get('/me')).json()) as { windows: { id: string; state: string }[] }
  return windows.find((one) => one.id === id)
}

describe('a locked window', () => {
  it('takes nothing in, and says that it is locked and by whom', async () => {
    await lock()
    expect(await handIn()).toBe('locked')
    expect(await windowOf(clerk)).toMatchObject({
      state: 'past',
      locked: { decider: '领导小组办公室', reason: '报送截止' },
    })
  })

  it('takes reports again once it is let go', async () => {
    await lock()
    await lock(false)
    expect(await handIn()).toBe('on-time')
  })

  it('gives the receipt of what it took before', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const send = () => clerk.post('/submissions', body, { 'idempotency-key': 'key-000001' })
    const first = await send()
    await lock()
    expect(await (await send()).json()).toEqual(await first.json())
  })
})

describe('a reopening', () => {
  it('lets its unit hand in its form until it expires, late as it is', async () => {
    service.setNow('2019-07-20T00:00:00Z')
    expect(await handIn()).toBe('past')
    await reopen({ expires: '2019-07-21T17:30:00+08:00' })
    expect(await windowOf(clerk)).toMatchObject({
      state: 'open',
      reopened: { decider: '王主任', forms: ['investment'] },
    })
    expect(await handIn()).toBe('late')
    service.setNow('2019-07-21T09:30:00.001Z')
    expect(await handIn()).toBe('past')
  })

  it('goes over a lock', async () => {
    await lock()
    await reopen()
    expect(await handIn()).toBe('on-time')
  })

  it('is for no other unit and no other form', async () => {
    await lock()
    await reopen()
    expect(await handIn(clerk, tax('100'))).toBe('locked')
    const other = await service.signIn('heping')
    expect(await handIn(other)).toBe('locked')
    expect(await windowOf(other)).toMatchObject({ state: 'past' })
  })

  it('stands in the open: decider, reason, scope and expiry, for everybody', async () => {
    await reopen()
    const { windows } = (await (await clerk.get('/windows')).json()) as {
      windows: { id: string; reopenings: object[] }[]
    }
    expect(windows.find(({ id }) => id === window)?.reopenings).toEqual([
      { ...reopening, window, at: '2019-06-18T01:00:00.000Z' },
    ])
    const { entries } = (await (await office.get(`/audit?subject=window/${window}`)).json()) as { entries: object[] }
    expect(entries).toMatchObject([{ actor: 'office', action: 'window.reopened', reason: '系统故障补报' }])
  })

  it.each([
    ['a unit there is not', { units: ['xinxing', 'nowhere'] }, 'units.1'],
    ['a form there is not', { forms: ['other'] }, 'forms.0'],
    ['an end that is past', { expires: '2019-06-18T08:59:59+08:00' }, 'expires'],
    ['no decider', { decider: ' ' }, 'decider'],
    ['no end', { expires: null }, 'expires'],
  ])('is refused for %s', async (_, change, path) => {
    const response = await reopen(change)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ path }] })
  })

  it('is refused for a window that has not come, and for one there is not', async () => {
    expect((await reopen({}, '2019-07-1')).status).toBe(400)
    expect((await reopen({}, '2030-01-1')).status).toBe(404)
  })
})
