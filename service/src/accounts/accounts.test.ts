import { beforeEach, describe, expect, it } from 'vitest'
import { testPassword, testService, type TestService } from '../testing/harness.ts'

const signInPath = '/api/v1/auth/sign-in/username'
let service: TestService
beforeEach(async () => {
  service = await testService()
})
const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  service.postJson(signInPath, { username, password }, headers)

describe('signing in', () => {
  it('answers a token that opens the service, and no cookie', async () => {
    const response = await signIn('xinxing', testPassword)
    const { token } = (await response.json()) as { token: string }
    expect(response.headers.get('set-cookie')).toBeNull()
    const me = await service.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })
    expect(await me.json()).toMatchObject({
      account: { username: 'xinxing', role: 'clerk', unit: { id: 'xinxing', name: '新兴街道' } },
      clock: { now: '2019-06-18T01:00:00.000Z', demo: true },
      window: '2019-06-1',
    })
  })

  it('does not tell a wrong password from an unknown name', async () => {
    const wrong = await signIn('xinxing', 'not the password')
    const unknown = await signIn('nobody', 'not the password')
    const malformed = await signIn("x' or 1=1 --", 'not the password')
    for (const response of [wrong, unknown, malformed]) {
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ type: '/problems/sign-in-failed' })
    }
  })

  it('has to wait after ten wrong passwords, and may go on after a quarter of an hour', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('xinxing', 'not the password')
    const limited = await signIn('xinxing', testPassword)
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('900')
    service.setNow('2019-06-18T01:15:00Z')
    expect((await signIn('xinxing', testPassword)).status).toBe(200)
  })

  it('is not held up for the owner by wrong passwords from elsewhere', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await signIn('xinxing', 'not the password', { 'x-forwarded-for': '192.0.2.7' })
    }
    expect((await signIn('xinxing', testPassword, { 'x-forwarded-for': '192.0.2.8' })).status).toBe(200)
  })

  it('is limited by address, whatever the names', async () => {
    const attempt = async (name: string) => (await signIn(name, 'guess')).status
    expect(await attempt('somebody')).toBe(401)
    // As if fifty-eight more had come within the minute: each takes a slow hash.
    await service.db
      .updateTable('rate_limit' as never)
      .set({ count: 59 } as never)
      .execute()
    expect(await attempt('somebody-else')).toBe(401)
    expect(await attempt('another')).toBe(429)
  })
})

describe('a session', () => {
  const me = (token: string) => service.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })

  it('ends with signing out', async () => {
    const client = await service.signIn('office')
    expect((await client.post('/auth/sign-out', {})).status).toBe(200)
    expect((await me(client.token)).status).toBe(401)
  })

  it('ends when it expires', async () => {
    const { token } = await service.signIn('office')
    await service.db.updateTable('session').set({ expires_at: '2019-01-01T00:00:00.000Z' }).execute()
    expect((await me(token)).status).toBe(401)
  })

  it('ends with a new password', async () => {
    const { token } = await service.signIn('office')
    expect((await me(token)).status).toBe(200)
    const answer = await service.postJson(
      '/api/v1/auth/password',
      { currentPassword: testPassword, newPassword: 'another long password' },
      { authorization: `Bearer ${token}` },
    )
    expect(answer.status).toBe(200)
    expect((await me(token)).status).toBe(401)
    expect((await signIn('office', testPassword)).status).toBe(401)
    expect((await signIn('office', 'another long password')).status).toBe(200)
  })

  it.each(['forged', 'a.b', 'null', '%00', ''])('is not opened by the token %j', async (token) => {
    expect((await me(token)).status).toBe(401)
  })
})

describe('the account library', () => {
  it.each([
    'sign-up/email',
    'update-user',
    'change-password',
    'revoke-sessions',
    'list-sessions',
    'get-session',
    'is-username-available',
    'reset-password',
  ])('is not reachable at %s', async (path) => {
    const { token } = await service.signIn('office')
    const response = await service.postJson(
      `/api/v1/auth/${path}`,
      { email: 'a@b.cn', password: testPassword, name: 'x', username: 'intruder', role: 'office' },
      { authorization: `Bearer ${token}` },
    )
    expect(response.status).toBe(404)
  })

  it('keeps no password that could be read', async () => {
    const rows = await service.db
      .selectFrom('credential' as 'account')
      .selectAll()
      .execute()
    expect(rows.length).toBeGreaterThan(26)
    expect(JSON.stringify(rows)).not.toContain(testPassword)
  })
})

describe('the log', () => {
  it('holds no password, token or figure', async () => {
    const { token } = await service.signIn('xinxing')
    await signIn('xinxing', 'not the password')
    const text = JSON.stringify(service.lines)
    expect(text).toContain('"status":401')
    for (const secret of [testPassword, 'not the password', token]) expect(text).not.toContain(secret)
  })
})
