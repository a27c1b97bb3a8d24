import { accessRules } from '../access/rules.ts'
import { problemSchema } from '../problem-catalogue.ts'
import { checkedIn, type Checked } from '../validated.ts'
import { answers } from './answers.ts'
import { answerSchemaOf, schemaOf, type Json } from './json-schema.ts'
import { operations, type Operation } from './operations.ts'

/** Of a mounted route, what the document is drawn from. */
export interface MountedRoute {
  readonly method: string
  readonly path: string
  readonly handler: object
}

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: { readonly securitySchemes: Json; readonly schemas: Json }
}

export interface ApiOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly Json[]
  readonly parameters: readonly ApiParameter[]
  readonly requestBody?: {
    readonly required: true
    readonly content: Readonly<Record<string, { readonly schema: Json }>>
  }
  readonly responses: Readonly<Record<string, ApiResponse>>
}

export interface ApiResponse {
  readonly description: string
  readonly content: Readonly<Record<string, { readonly schema?: Json }>>
}

export interface ApiParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Json
}

/** The document of the API as it is mounted: routes from the app, requests from the schemas that validate them, readers from the route table. */
export function openApi(routes: readonly MountedRoute[], title: string): OpenApi {
  const paths: Record<string, Record<string, ApiOperation>> = {}
  const problem = answerSchemaOf('Problem', problemSchema)
  let schemas: Json = { ...problem.components, Problem: problem.schema }
  for (const key of new Set(routes.map(({ method, path }) => `${method} ${path}`))) {
    const [method = '', path = ''] = key.split(' ')
    if (!operations[key]) continue
    const handlers = routes.filter((route) => route.method === method && route.path === path)
    const checks = handlers.flatMap(({ handler }) => checkedIn(handler) ?? [])
    const place = path.replaceAll(/:(\w+)/g, '{$1}')
    const answer = answers[key] && answerSchemaOf(operationId(key), answers[key])
    schemas = { ...schemas, ...answer?.components }
    paths[place] = { ...paths[place], [method.toLowerCase()]: operationOf(key, path, checks, answer?.schema) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: 'v1',
      description:
        '出错时一律返回 application/problem+json（RFC 9457），type 取自固定的清单。没有权限的一律答 404，与不存在相同。答复今后可能增加字段。',
    },
    tags: [...new Set(Object.values(operations).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas,
    },
  }
}

function operationOf(key: string, path: string, checks: readonly Checked[], answer: Json | undefined): ApiOperation {
  const { tag = '', summary = '', answers: type = 'application/json', status = 200, takes } = operations[key] ?? {}
  const body = checks.find(({ target }) => target === 'json')
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']): ApiParameter => {
    return { name, in: 'path', required: true, schema: { type: 'string' } }
  })
  return {
    operationId: operationId(key),
    tags: [tag],
    summary,
    description: readers(key),
    security: accessRules[key] === 'anyone' ? [] : [{ bearer: [] }],
    parameters: [...inPath, ...checks.flatMap(parametersOf)],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body.schema) } } } }
      : {}),
    ...(takes
      ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: filesOf(takes) } } } }
      : {}),
    responses: {
      [status]: { description: summary, content: { [type]: answer ? { schema: answer } : {} } },
      default: {
        description: '未能办理',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** `getRunsByRunTables`: from method and path, so that it is stable and nobody has to make it up. */
function operationId(key: string): string {
  const [method = '', path = ''] = key.split(' ')
  const words = path.replace('/api/v1', '').split(/[^A-Za-z0-9:]+/)
  const named = words
    .filter(Boolean)
    .map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word)))
  return method.toLowerCase() + named.join('')
}

/** A multipart body: files under one name, text under others. */
function filesOf({ files, texts = [] }: NonNullable<Operation['takes']>): Json {
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  return {
    type: 'object',
    required: [files],
    properties: {
      [files]: { type: 'array', items: file },
      ...Object.fromEntries(texts.map((name) => [name, { type: 'string' }])),
    },
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const roles = { clerk: '填报员', verifier: '核定员', office: '办公室', leader: '领导小组' } as const

function readers(key: string): string {
  const rule = accessRules[key]
  if (rule === undefined || rule === 'anyone') return '不需登录'
  return rule === 'signed-in' ? '登录后可用' : `限${rule.map((role) => roles[role]).join('、')}`
}

function parametersOf({ target, schema }: Checked): readonly ApiParameter[] {
  if (target !== 'query' && target !== 'header') return []
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: target,
    required: required.includes(name),
    schema: property,
  }))
}
