import { beforeAll, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { probes, type Asked, type Probe, type RouteProbe } from '../testing/probes.ts'
import { projectRow, projects, tax } from '../testing/records.ts'
import { accessRules, type Role } from './rules.ts'

let service: TestService
const tokens = new Map<Role, string>()
const batches = { own: '', foreign: '' }
const people = { clerk: 'xinxing', verifier: 'verify-finance', office: 'office', leader: 'leader' } as const
const roles = Object.keys(people) as readonly Role[]

beforeAll(async () => {
  service = await testService()
  const [own, other, office] = [
    await service.signIn('xinxing'),
    await service.signIn('heping'),
    await service.signIn('office'),
  ]
  for (const clerk of [own, other]) await service.submit(clerk, tax('1800'))
  for (const clerk of [own, other]) await service.submit(clerk, projects(projectRow('甲项目')))
  for (const unit of ['xinxing', 'heping']) {
    const finding = { unit, veto: service.pack.vetoes[0]?.id, evidence: '据', document: '一号', decider: '甲' }
    await office.post('/findings', finding)
  }
  for (const title of ['一', '二']) await office.post('/runs', { window: '2019-06-1', title })
  await office.post('/runs/2019-R02/signature', { decider: '领导小组', document: '一号' })
  await office.post('/runs/2019-R02/publication', {})
  await office.post('/target-drafts', { title: '一', targets: {} })
  batches.own = await upload(own)
  batches.foreign = await upload(other)
  for (const role of roles) tokens.set(role, (await service.signIn(people[role])).token)
})

/** A batch with one file that cannot be read: it is somebody's all the same. */
async function upload({ token }: TestClient): Promise<string> {
  const body = new FormData()
  body.append('files', new File(['no workbook'], 'a.xlsx'))
  const headers = { authorization: `Bearer ${token}` }
  const response = await service.request('/api/v1/intake', { method: 'POST', headers, body })
  const { batch } = (await response.json()) as { batch: { id: string } }
  return batch.id
}

/** Asks as this role; a POST without a body of its own brings an empty one, which no schema takes. */
async function ask(route: string, role: Role | null, { path, body }: Asked) {
  const [method = ''] = route.split(' ')
  const place = path.replace('{own batch}', batches.own).replace('{foreign batch}', batches.foreign)
  const token = role && tokens.get(role)
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
      expect((await ask(route, role, probe.own)).text).toBe(nothing.text)
      expect((await ask(route, role, probe.missing)).text).toBe(nothing.text)
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
