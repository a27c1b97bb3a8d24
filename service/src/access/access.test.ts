import { beforeAll, describe, expect, it } from 'vitest'
import { testService } from '../testing/harness.ts'
import { accessRules } from './rules.ts'

type Service = Awaited<ReturnType<typeof testService>>
type Client = Awaited<ReturnType<Service['signIn']>>
let service: Service
const clients: Record<string, Client> = {}

beforeAll(async () => {
  service = await testService()
  for (const [role, username] of [
    ['clerk', 'xinxing'],
    ['verifier', 'verify-drc'],
    ['office', 'office'],
  ] as const) {
    clients[role] = await service.signIn(username)
  }
})

const guarded = Object.entries(accessRules).filter(([, rule]) => rule !== 'anyone')
const call = (route: string, authorization?: string) => {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replace(':number', '2019-000001').replace(':form', 'investment').replace(':window', '2019-06-1')
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
  return service.request(path, { method, headers })
}

describe('the route table', () => {
  it('lists every route of the app, and no other', () => {
    const mounted = service.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(mounted)].toSorted()).toEqual(Object.keys(accessRules).toSorted())
  })

  it('keeps a route without a rule from being reached', async () => {
    const { app } = await testService()
    app.get('/api/v1/forgotten', (c) => c.text('figures'))
    const response = await app.request('/api/v1/forgotten')
    expect(response.status).toBe(404)
  })

  it.each(guarded.map(([route]) => route))('asks for a sign-in before %s', async (route) => {
    const response = await call(route)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.json()).toMatchObject({ type: '/problems/not-signed-in' })
  })

  const forbidden = guarded.flatMap(([route, rule]) =>
    (['clerk', 'verifier', 'office'] as const)
      .filter((role) => typeof rule !== 'string' && !rule.includes(role))
      .map((role) => ({ route, role })),
  )
  it.each(forbidden)('answers $route to a $role as if it did not exist', async ({ route, role }) => {
    const authorization = `Bearer ${clients[role]?.token}`
    const response = await call(route, authorization)
    const missing = await service.request('/api/v1/nothing-here', { headers: { authorization } })
    expect(response.status).toBe(404)
    const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>
    const { requestId: __, ...expected } = (await missing.json()) as Record<string, unknown>
    expect(body).toEqual(expected)
  })
})

describe('a clerk', () => {
  const get = async (path: string) => (await clients['clerk']?.get(path))?.status

  it('sees its own copy of a form', async () => {
    expect(await get('/forms/investment/grid?unit=xinxing')).toBe(200)
  })

  it('gets the same 404 for the copy of another unit as for one that is missing', async () => {
    expect(await get('/forms/investment/grid?unit=heping')).toBe(404)
    expect(await get('/forms/investment/workbook?unit=heping')).toBe(404)
    expect(await get('/forms/investment/grid?unit=no-such-unit')).toBe(404)
  })
})
