import { beforeAll, describe, expect, it } from 'vitest'
import { testService, type TestService } from '../testing/harness.ts'
import { oneOfEach } from '../testing/one-of-each.ts'
import { probes, type Asked, type Probe, type RouteProbe } from '../testing/probes.ts'
import { accessRules, type Role } from './rules.ts'

let service: TestService
/** By role, and by name of the others. */
const tokens = new Map<string, string>()
let ids: Readonly<Record<string, string>> = {}
const people = { clerk: 'xinxing', verifier: 'verify-finance', office: 'office', leader: 'leader' } as const
const roles = Object.keys(people) as readonly Role[]
/** Those whose things the others are kept from. */
const others = ['heping', 'verify-statistics', 'verify-drc']

beforeAll(async () => {
  service = await testService()
  ids = await oneOfEach(service)
  for (const role of roles) tokens.set(role, (await service.signIn(people[role])).token)
  for (const username of others) tokens.set(username, (await service.signIn(username)).token)
})

/** Asks as this role; a POST without a body of its own brings an empty one, which no schema takes. */
async function ask(route: string, as: string | null, { path, body }: Asked) {
  const [method = ''] = route.split(' ')
  const place = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => ids[name] ?? name)
  const token = as !== null && tokens.get(as)
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const sent = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }
  const response = await service.request(`/api/v1${place}`, { method, headers, ...sent })
  const text = response.headers.get('content-type')?.includes('json') ? await response.text() : ''
  return { status: response.status, text: text.replace(/"requestId":"[^"]*"/, ''), headers: response.headers }
}

const cases = (Object.entries(probes) as [string, RouteProbe][]).map(([route, probe]) => {
  const path = (route.split(' ')[1] ?? '').replace('/api/v1', '').replaceAll(/:\w+/g, 'x')
  const known: Probe = probe === 'account' ? { own: { path }, missing: { path: '/nothing-here' } } : probe
  return { route, probe: known, rule: accessRules[route] ?? 'anyone' }
})
const may = (rule: (typeof cases)[number]['rule'], role: Role) =>
  rule === 'signed-in' || (rule !== 'anyone' && rule.includes(role))

describe('the route table', () => {
  it('lists every route of the app, and no other', () => {
    const mounted = service.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(mounted)].toSorted()).toEqual(Object.keys(accessRules).toSorted())
  })

  it('has a probe for every route that needs a sign-in', () => {
    const guarded = Object.entries(accessRules).filter(([, rule]) => rule !== 'anyone')
    expect(Object.keys(probes).toSorted()).toEqual(guarded.map(([route]) => route).toSorted())
  })

  it('keeps a route without a rule from being reached', async () => {
    const { app } = await testService({ accounts: false })
    app.get('/api/v1/forgotten', (c) => c.text('figures'))
    expect((await app.request('/api/v1/forgotten')).status).toBe(404)
  })
})

describe('without a sign-in', () => {
  it.each(cases)('$route answers 401', async ({ route, probe }) => {
    const answer = await ask(route, null, probe.own)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

describe('a role that has no part in a route', () => {
  const forbidden = cases.flatMap((one) =>
    roles.filter((role) => !may(one.rule, role)).map((role) => ({ ...one, role })),
  )
  it.each(forbidden)(
    '$role gets from $route what stands for nothing, byte for byte',
    async ({ route, role, probe }) => {
      const nothing = await ask('GET', role, { path: '/nothing-here' })
      expect(nothing.status).toBe(404)
      // Without its body, too: what is wrong with a request is not looked at before who sends it.
      for (const asked of [probe.own, { path: probe.own.path }, probe.missing]) {
        expect((await ask(route, role, asked)).text).toBe(nothing.text)
      }
    },
  )
})

describe('a role that has part in a route', () => {
  const named = cases.filter(({ route }) => probes[route as keyof typeof probes] !== 'account')
  const allowed = named.flatMap((one) => roles.filter((role) => may(one.rule, role)).map((role) => ({ ...one, role })))

  it.each(allowed)('$role gets 404 from $route for what does not exist', async ({ route, role, probe }) => {
    expect((await ask(route, role, probe.missing)).status).toBe(404)
  })

  const foreign = allowed.flatMap((one) => {
    const asked = one.role === 'clerk' || one.role === 'verifier' ? one.probe.foreign?.[one.role] : undefined
    return asked ? [{ ...one, asked }] : []
  })
  it.each(foreign)('$role gets the same from $route for what is another’s', async ({ route, role, probe, asked }) => {
    const missing = await ask(route, role, probe.missing)
    expect(await ask(route, role, asked)).toMatchObject({ status: 404, text: missing.text })
  })

  // The own of a probe is the first role's that may ask: of a clerk the unit, of a verifier the bureau.
  const reading = named.flatMap((one) => {
    const role = roles.find((each) => may(one.rule, each))
    return role && one.route.startsWith('GET') ? [{ ...one, role }] : []
  })
  it.each(reading)('$role reads its own by $route', async ({ route, role, probe }) => {
    expect((await ask(route, role, probe.own)).status).toBe(200)
  })

  // Otherwise the rows above would prove nothing.
  const visible = foreign.filter(({ route, rule }) => route.startsWith('GET') && may(rule, 'leader'))
  it.each(visible)('what $role is kept from by $route is there, for the leading group', async ({ route, asked }) => {
    expect((await ask(route, 'leader', asked)).status).toBe(200)
  })
})

describe('a password that somebody else made up', () => {
  const open = ['GET /api/v1/me', 'POST /api/v1/auth/password', 'POST /api/v1/auth/sign-out']
  const closed = cases.filter(({ route }) => !open.includes(route))
  beforeAll(async () => {
    const office = await service.signIn('office')
    for (const [username, role, unit] of [
      ['new-clerk', 'clerk', 'xinxing'],
      ['new-office', 'office', null],
    ] as const) {
      expect((await office.post('/accounts', { username, name: '甲', role, unit })).status).toBe(201)
      tokens.set(username, (await service.signIn(username)).token)
    }
  })

  it.each(closed.flatMap((one) => (['clerk', 'office'] as const).map((role) => ({ ...one, role }))))(
    'opens $route to a new $role for nothing, there or not: 403 where the role has part in it, 404 elsewhere',
    async ({ route, role, rule, probe }) => {
      const own = await ask(route, `new-${role}`, probe.own)
      expect(own.status).toBe(may(rule, role) ? 403 : 404)
      const missing =
        probes[route as keyof typeof probes] === 'account' ? own : await ask(route, `new-${role}`, probe.missing)
      expect(missing).toMatchObject({ status: own.status, text: own.text })
    },
  )
})

/** Last, because now something happens to what was made. */
describe('what a route is tried on', () => {
  const everybody = [...roles, ...others]
  const acting = cases.filter(
    ({ route }) => !route.startsWith('GET') && probes[route as keyof typeof probes] !== 'account',
  )
  const tried = acting.flatMap(({ route, probe }) =>
    [...new Set([probe.own, ...Object.values(probe.foreign ?? {})])].map((asked) => ({
      route,
      asked,
      path: asked.path,
    })),
  )
  // Otherwise being told that it is not there would prove nothing. Of what is missing the same body is told 404.
  it.each(tried)('is there for somebody: $path', async ({ route, asked }) => {
    const statuses: number[] = []
    for (const one of everybody) statuses.push((await ask(route, one, asked)).status)
    expect(statuses.some((status) => status !== 404)).toBe(true)
  })
})
