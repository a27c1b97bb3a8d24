import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../accounts/accounts.ts'
import { added, pdfOf } from '../testing/evidence-steps.ts'
import { investment, testPassword, testService, type TestService } from '../testing/harness.ts'
import { funds, grantRow, projectRow, projects, tax } from '../testing/records.ts'
import type { ApiOperation, OpenApi } from './open-api.ts'

/** Figures that stand nowhere but in the reports of 和平街道, and in what it laid beside them. */
const foreign = ['3141.59', '2718.28', '1618.03', '1414.21']
/** The clerk's account bears no name that requests are made up from: none of them shall disable it. */
const roles = {
  anyone: null,
  clerk: 'clerk-of-xinxing',
  verifier: 'verify-commerce',
  office: 'office',
  leader: 'leader',
} as const
/** In `npm run test:fuzz`; a sample of them in every run. */
const runsForEachRole = process.env['MODE'] === 'fuzz' ? 10_000 : 1000
type Role = keyof typeof roles

let service: TestService
const tokens = new Map<Role, string>()
/** Whose id nobody else is told. */
let foreignFile = ''
const operations: { readonly method: string; readonly path: string; readonly operation: ApiOperation }[] = []
beforeAll(async () => {
  service = await testService()
  const clerk = { username: roles.clerk, name: '李四', role: 'clerk', unit: 'xinxing' } as const
  await createDemoAccounts(service.auth, [clerk], testPassword)
  const heping = await service.signIn('heping')
  const [invested = '', taxed = '', size = '', granted = ''] = foreign
  await service.submit(heping, investment(invested))
  await service.submit(heping, tax(taxed))
  await service.submit(heping, projects(projectRow('甲', { totalInvestment: size, yearInvestment: '10' })))
  await service.submit(heping, funds(grantRow('1', granted)))
  await service.submit(await service.signIn('xinxing'), investment('6500'))
  foreignFile = (await added(heping, pdfOf(taxed), { name: `${taxed}.pdf` })).id
  const office = await service.signIn('office')
  await office.post('/runs', { window: '2019-06-1', title: '一' })
  await office.post('/runs', { window: '2019-06-1', title: '二' })
  await office.post('/runs/2019-R02/signature', { decider: '领导小组', document: '1号' })
  await office.post('/runs/2019-R02/publication', {})
  for (const [role, username] of Object.entries(roles) as [Role, string | null][]) {
    if (username !== null) tokens.set(role, (await service.signIn(username)).token)
  }
  const { paths } = (await (await service.request('/api/v1/openapi.json')).json()) as OpenApi
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      // Signing in is limited on purpose; signing out would end the session that the rest of the run needs.
      if (!path.startsWith('/api/v1/auth/')) operations.push({ method: method.toUpperCase(), path, operation })
    }
  }
})

type Schema = { readonly [key: string]: unknown }
const known = [
  '2019-06-1',
  '2019-05-2',
  '2019-h1',
  'town',
  'department',
  'investment',
  'tax',
  'funds',
  'heping',
  'xinxing',
]
const named = [
  ...known,
  '2019-000001',
  '2019-000002',
  '2019-R01',
  '2019-R02',
  '2019-F01',
  'figures',
  'ranking-town.csv',
  'reports',
]
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...named) },
  fc.constant(null).map(() => foreignFile),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '__proto__',
    "'; drop table run; --",
    '=1+1',
    '../..',
    '%00',
    '\ud800',
    '9'.repeat(40),
    '-1',
    'NaN',
    '',
  ),
)

/** Mostly what a schema asks for, sometimes something else altogether. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const right = rightValue(schema)
  return fc.oneof({ weight: 12, arbitrary: right }, fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined))
}

function rightValue(schema: Schema): fc.Arbitrary<unknown> {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined
  if (choices) return fc.oneof(...choices.map(rightValue))
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  switch (schema['type']) {
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
      if (properties.length === 0)
        return fc.dictionary(word, valueOf((schema['additionalProperties'] ?? {}) as Schema), { maxKeys: 3 })
      return fc.record(Object.fromEntries(properties.map(([name, property]) => [name, valueOf(property)])))
    }
    case 'array':
      return fc.array(valueOf((schema['items'] ?? {}) as Schema), { maxLength: 3 })
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 5 }), fc.double())
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return word
  }
}

/** A multipart body: any words, and a file that is taken, or none that anybody knows. */
const formOf = ({ properties = {} }: { readonly properties?: Readonly<Record<string, Schema>> }) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(properties).map(([name, { type }]) => [
          name,
          type === 'array' ? fc.constantFrom('%PDF-1.7', 'PK\x03\x04', '', '#') : word,
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((parts: Readonly<Record<string, string | undefined>>) => {
      const form = new FormData()
      for (const [name, text] of Object.entries(parts)) {
        if (text === undefined) continue
        if (properties[name]?.['type'] === 'array') form.append(name, new File([text], `${text}.pdf`))
        else form.append(name, text)
      }
      return form
    })

const bodyOf = ({ requestBody }: ApiOperation) => {
  const form = requestBody?.content['multipart/form-data']?.schema
  return form ? formOf(form) : valueOf(requestBody?.content['application/json']?.schema ?? {})
}

const requests = () =>
  fc.constantFrom(...operations).chain(({ method, path, operation }) =>
    fc.record({
      method: fc.constant(method),
      path: fc
        .record(
          Object.fromEntries(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => [name, word])),
        )
        .map((values: Record<string, string>) =>
          path.replaceAll(
            /\{(\w+)\}/g,
            (_, name: string) => encodeURIComponent((values[name] ?? '').toWellFormed()) || 'x',
          ),
        ),
      query: fc.record(
        Object.fromEntries(
          operation.parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, valueOf(schema)]),
        ),
      ),
      body: bodyOf(operation),
      key: fc.constantFrom('key-000001', 'key-000002', 'short'),
    }),
  )

describe('requests made up from the document of the API', () => {
  it.each(Object.keys(roles) as Role[])(
    'never break the service, and never show %s figures of a unit that are not for it',
    async (role) => {
      const seen = new Set<number>()
      const token = tokens.get(role)
      const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
      await fc.assert(
        fc.asyncProperty(requests(), async ({ method, path, query, body, key }) => {
          const search = new URLSearchParams(
            Object.entries(query as Record<string, unknown>)
              .filter(([, value]) => value !== undefined)
              .map(([name, value]): [string, string] => [
                name,
                (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed(),
              ]),
          )
          const response = await service.request(`${path}?${search.toString()}`, {
            method,
            headers: {
              ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
              ...{ 'idempotency-key': key, ...authorization },
            },
            ...(method === 'GET' ? {} : { body: body instanceof FormData ? body : (JSON.stringify(body) ?? '') }),
          })
          const text = await response.text()
          seen.add(response.status)
          if (response.status >= 500) throw new Error(`${method} ${path}: ${response.status} ${text}`)
          if (role !== 'office' && role !== 'leader') {
            for (const figure of foreign) if (text.includes(figure)) throw new Error(`${role} ${path} shows ${figure}`)
          }
        }),
        { numRuns: runsForEachRole, seed: 20190618 },
      )
      // Made up well enough to get through, and wild enough to be refused in every way that is meant.
      expect([...seen].toSorted()).toEqual(expect.arrayContaining(token === undefined ? [200, 401] : [200, 400, 404]))
      const me = await service.request('/api/v1/me', { headers: authorization })
      expect(me.status).toBe(token === undefined ? 401 : 200)
    },
    600_000,
  )
})
