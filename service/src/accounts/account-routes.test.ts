import { beforeAll, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'

let service: TestService
let office: TestClient
beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
})

const signIn = (username: string, password: string) =>
  service.postJson('/api/v1/auth/sign-in/username', { username, password })
const tokenOf = async (username: string, password: string) =>
  ((await (await signIn(username, password)).json()) as { token: string }).token
const as = (token: string) => {
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: (path: string) => service.request(`/api/v1${path}`, { headers }),
    post: (path: string, body: unknown) => service.postJson(`/api/v1${path}`, body, headers),
  }
}
const problem = async (response: Response) => ({ code: response.status, ...((await response.json()) as object) })
const created = async (username: string, more: object = {}) => {
  const body = { username, name: '李四', role: 'clerk', unit: 'xinxing', ...more }
  const response = await office.post('/accounts', body)
  return { response, answer: (await response.json()) as { initialPassword: string; account: object } }
}
const logOf = async (username: string) =>
  ((await (await office.get(`/audit?subject=account/${username}`)).json()) as { entries: object[] }).entries

describe('a new account', () => {
  let initial = ''
  let token = ''
  beforeAll(async () => {
    const { response, answer } = await created('new-clerk')
    expect(response.status).toBe(201)
    initial = answer.initialPassword
    token = await tokenOf('new-clerk', initial)
  })
  const change = (currentPassword: string, newPassword: string) =>
    as(token).post('/auth/password', { currentPassword, newPassword })

  it('has a password that is given out once and stands nowhere', async () => {
    const list = await (await office.get('/accounts?unit=xinxing')).text()
    expect(JSON.parse(list)).toMatchObject({
      accounts: [
        { username: 'new-clerk', unit: 'xinxing', password: 'initial', disabledAt: null },
        { username: 'xinxing', password: 'own' },
      ],
    })
    for (const text of [list, JSON.stringify(await logOf('new-clerk')), JSON.stringify(service.lines)]) {
      expect(text).not.toContain(initial)
    }
  })

  it('may ask for nothing but a password of its own', async () => {
    expect(await (await as(token).get('/me')).json()).toMatchObject({ account: { passwordChange: true } })
    for (const path of ['/standing', '/pack', '/units', '/windows']) {
      expect(await problem(await as(token).get(path))).toMatchObject({
        code: 403,
        type: '/problems/password-change-required',
      })
    }
    expect((await as(token).get('/accounts')).status).toBe(404)
  })

  it.each([
    ['short', 'Ab1!', '10–128'],
    ['its user name', 'my-new-clerk-2019', '用户名'],
    ['one sign', 'aaaaaaaaaaaa', '简单'],
    ['common', 'password123', '常见'],
    ['common with signs between', '12345-67890', '常见'],
  ])('takes no password that is %s', async (_, password, says) => {
    expect(await problem(await change(initial, password))).toMatchObject({
      code: 400,
      issues: [{ path: 'newPassword', message: expect.stringContaining(says) }],
    })
  })

  it('takes none for a wrong one, nor the one it has', async () => {
    expect(await problem(await change('not the password', 'a password of my own'))).toMatchObject({
      code: 400,
      issues: [{ path: 'currentPassword' }],
    })
    expect(await problem(await change(initial, initial))).toMatchObject({ issues: [{ path: 'newPassword' }] })
  })

  it('works once it has one, in a session opened for it, and says so in the log', async () => {
    const answer = await change(initial, 'a password of my own')
    const opened = ((await answer.json()) as { token: string }).token
    expect((await as(token).get('/me')).status).toBe(401)
    expect((await as(opened).get('/standing')).status).toBe(200)
    expect(await logOf('new-clerk')).toMatchObject([
      { actor: 'office', action: 'account.created', after: { name: '李四', role: 'clerk', unit: 'xinxing' } },
      { actor: 'new-clerk', action: 'account.password-set', after: { password: 'own' } },
    ])
  })

  it.each([
    ['a name that is taken', { username: 'office', role: 'office', unit: null }, 'username'],
    ['no unit', { unit: null }, 'unit'],
    ['a unit there is not', { unit: 'nowhere' }, 'unit'],
    ['a unit where none belongs', { role: 'office' }, 'unit'],
    ['a role there is not', { role: 'admin' }, 'role'],
    ['a name that is no user name', { username: 'x y' }, 'username'],
  ])('is refused for %s', async (_, more, path) => {
    const { response, answer } = await created('someone', more)
    expect(response.status).toBe(400)
    expect(answer).toMatchObject({ issues: [{ path }] })
  })
})

describe('an account', () => {
  it('that is disabled is out at once, stays out, and comes back with what it had', async () => {
    const clerk = await service.signIn('heping')
    expect((await clerk.get('/standing')).status).toBe(200)
    await office.post('/accounts/heping/disabling', { reason: '调离' })
    expect((await clerk.get('/standing')).status).toBe(401)
    expect(await problem(await signIn('heping', 'long enough for a test'))).toMatchObject({
      code: 401,
      type: '/problems/sign-in-failed',
    })
    await office.post('/accounts/heping/enabling', { reason: '返岗' })
    expect((await signIn('heping', 'long enough for a test')).status).toBe(200)
    expect(await logOf('heping')).toMatchObject([
      { action: 'account.disabled', reason: '调离' },
      { action: 'account.enabled', reason: '返岗' },
    ])
  })

  it('that moves to another unit sees that one, after signing in again', async () => {
    const clerk = await service.signIn('xishan')
    const to = { name: '王五', role: 'clerk', unit: 'hebei', reason: '轮岗' }
    await office.post('/accounts/xishan/change', to)
    expect((await clerk.get('/me')).status).toBe(401)
    const again = await service.signIn('xishan')
    expect(await (await again.get('/me')).json()).toMatchObject({ account: { name: '王五', unit: { id: 'hebei' } } })
    expect(await logOf('xishan')).toMatchObject([
      { action: 'account.changed', before: { unit: 'xishan' }, after: { unit: 'hebei' }, reason: '轮岗' },
    ])
  })

  it('whose password is reset is out, and has to choose one again', async () => {
    const clerk = await service.signIn('hebei')
    const answer = await office.post('/accounts/hebei/password', {})
    const { initialPassword } = (await answer.json()) as { initialPassword: string }
    expect((await clerk.get('/me')).status).toBe(401)
    const token = await tokenOf('hebei', initialPassword)
    expect(await (await as(token).get('/me')).json()).toMatchObject({ account: { passwordChange: true } })
  })

  it('can be signed out everywhere, by the office and by itself', async () => {
    const [one, two] = [await service.signIn('wulong'), await service.signIn('wulong')]
    await office.post('/accounts/wulong/sign-out', {})
    expect([(await one.get('/me')).status, (await two.get('/me')).status]).toEqual([401, 401])
    const [here, there] = [await service.signIn('wulong'), await service.signIn('wulong')]
    await here.post('/auth/sign-out-everywhere', {})
    expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([401, 401])
  })

  it('of the office cannot shut itself out', async () => {
    const own = { name: '办公室', role: 'clerk', unit: 'xinxing', reason: '误' }
    for (const [path, body] of [
      ['change', own],
      ['disabling', { reason: '误' }],
      ['password', {}],
    ] as const) {
      expect(await problem(await office.post(`/accounts/office/${path}`, body))).toMatchObject({
        code: 400,
        issues: [{ path: 'account' }],
      })
    }
    expect((await office.post('/accounts/nobody/disabling', { reason: '误' })).status).toBe(404)
  })
})

describe('a session', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000).toISOString()
  const stored = (token: string) =>
    service.db.selectFrom('session').select('updated_at').where('token', '=', token).executeTakeFirst()
  const aged = async (username: string, age: { created: number; renewed: number }) => {
    const client = await service.signIn(username)
    await service.db
      .updateTable('session')
      .set({ created_at: hoursAgo(age.created), updated_at: hoursAgo(age.renewed) })
      .where('token', '=', client.token)
      .execute()
    const { status } = await client.get('/me')
    return { status, isKept: (await stored(client.token)) !== undefined }
  }

  it.each([
    ['office', { created: 11.9, renewed: 1.9 }, 200],
    ['office', { created: 3, renewed: 2.1 }, 401],
    ['office', { created: 12.1, renewed: 0.05 }, 401],
    ['leader', { created: 3, renewed: 2.1 }, 401],
    ['verify-drc', { created: 12.1, renewed: 0.05 }, 401],
    ['dongliang', { created: 6 * 24, renewed: 6 * 24 }, 200],
    ['dongliang', { created: 8 * 24, renewed: 7.1 * 24 }, 401],
    ['dongliang', { created: 30.1 * 24, renewed: 0.05 }, 401],
  ])('of %s that is aged %j answers %i, and is gone if it ended', async (username, age, status) => {
    expect(await aged(username, age)).toEqual({ status, isKept: status === 200 })
  })

  it('lives on by use', async () => {
    const client = await service.signIn('office')
    const [updated_at, expires_at] = [hoursAgo(1), hoursAgo(-6 * 24)]
    await service.db.updateTable('session').set({ updated_at, expires_at }).where('token', '=', client.token).execute()
    await client.get('/me')
    expect(Date.parse((await stored(client.token))?.updated_at ?? '')).toBeGreaterThan(Date.parse(updated_at))
  })
})

describe('wrong passwords', () => {
  it('are counted in the store, so that a restart forgives nothing, and not by name', async () => {
    await signIn('gongrencun', 'not the password')
    const rows = await service.db.selectFrom('sign_in_failure').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('gongrencun')
    // As if nine more had been tried: each takes a slow hash.
    await service.db.updateTable('sign_in_failure').set({ count: 10 }).execute()
    expect((await signIn('gongrencun', 'long enough for a test')).status).toBe(429)
  })
})
