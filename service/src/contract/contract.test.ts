import { beforeAll, describe, expect, it } from 'vitest'
import { accessRules } from '../access/rules.ts'
import { investment, testService, type TestService } from '../testing/harness.ts'
import { answers } from './answers.ts'
import type { OpenApi } from './open-api.ts'
import { operations } from './operations.ts'

let service: TestService
let document: OpenApi
beforeAll(async () => {
  service = await testService()
  document = (await (await service.request('/api/v1/openapi.json')).json()) as OpenApi
})

describe('the document of the API', () => {
  it('describes every route of the API, and no other', () => {
    const api = Object.keys(accessRules).filter((key) => key.includes(' /api/') || key === 'GET /livez')
    expect(Object.keys(operations).toSorted()).toEqual(api.toSorted())
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(described.toSorted()).toEqual(api.toSorted())
  })

  it('names each operation once', () => {
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('postRunsByRunAwardsByAward')
  })

  it('asks for what the service validates by: body, header, query and path', () => {
    const submit = document.paths['/api/v1/submissions']?.['post']
    expect(submit?.parameters).toMatchObject([
      { name: 'idempotency-key', in: 'header', required: true, schema: { pattern: '^[\\x21-\\x7e]{8,128}$' } },
      { name: 'saved-at', in: 'header', required: false, schema: { format: 'date-time' } },
    ])
    expect(submit?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['form', 'window', 'pack', 'basis', 'record', 'reasons', 'preview'],
    })
    expect(document.paths['/api/v1/rankings']?.['get']?.parameters).toMatchObject([
      { name: 'window', in: 'query', required: false },
      { name: 'pool', in: 'query', required: true },
      { name: 'after', in: 'query', required: false, schema: { minimum: 0 } },
      { name: 'limit', in: 'query', required: false, schema: { minimum: 1, maximum: 500 } },
    ])
    expect(document.paths['/api/v1/receipts/{number}']?.['get']?.parameters).toMatchObject([
      { name: 'number', in: 'path' },
    ])
  })

  it('gives a body to every operation that takes one', () => {
    const bare = Object.entries(document.paths).flatMap(([path, { post }]) => (post && !post.requestBody ? [path] : []))
    expect(bare.toSorted()).toEqual([
      '/api/v1/accounts/{account}/password',
      '/api/v1/accounts/{account}/sign-out',
      '/api/v1/auth/sign-out',
      '/api/v1/auth/sign-out-everywhere',
      '/api/v1/panels/{panel}/closing',
      '/api/v1/runs/{run}/publication',
    ])
  })

  it('describes every answer in JSON by a schema, and no other', () => {
    const inJson = Object.entries(operations).flatMap(([key, { answers: type }]) => (type === undefined ? [key] : []))
    expect(Object.keys(answers).toSorted()).toEqual(inJson.toSorted())
    expect(document.paths['/api/v1/receipts/{number}']?.['get']?.responses).toMatchObject({
      200: {
        content: {
          'application/json': { schema: { properties: { receipt: { $ref: '#/components/schemas/Receipt' } } } },
        },
      },
    })
  })

  it('refers to nothing that it does not hold', () => {
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, place = '']) => place)
    const held = Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`)
    expect([...new Set(referred)].toSorted()).toEqual(expect.arrayContaining(['#/components/schemas/Verdict']))
    expect(referred.filter((place) => !held.includes(place))).toEqual([])
  })

  it('says who may call, from the table that decides it', () => {
    expect(document.paths['/api/v1/rankings']?.['get']).toMatchObject({
      description: '限办公室、领导小组',
      security: [{ bearer: [] }],
    })
    expect(document.paths['/livez']?.['get']).toMatchObject({ description: '不需登录', security: [] })
  })

  it('lists every problem there is', async () => {
    const clerk = await service.signIn('xinxing')
    const refused = await clerk.post('/submissions', await service.draft(clerk, investment('1')), {})
    const { type } = (await refused.json()) as { type: string }
    const { anyOf } = document.components.schemas['Problem'] as { anyOf: { properties: { type: { const: string } } }[] }
    expect(anyOf.map(({ properties }) => properties.type.const)).toContain(type)
  })
})

describe('the page of the API', () => {
  it('shows every operation, without a script and without another host', async () => {
    const response = await service.request('/api')
    const html = await response.text()
    for (const path of Object.keys(document.paths)) expect(html).toContain(path)
    expect(html).toContain('<a href="#schema-Receipt">')
    for (const [, id = ''] of html.matchAll(/href="#(\w[^"]*)"/g)) expect(html).toContain(`id="${id}"`)
    expect(html).not.toMatch(/<script|https?:\/\/(?!json-schema)/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
