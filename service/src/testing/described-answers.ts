import { answers } from '../contract/answers.ts'
import { operations } from '../contract/operations.ts'
import { problemSchema } from '../problem-catalogue.ts'

interface Mounted {
  readonly routes: readonly { readonly method: string; readonly path: string }[]
}

/**
 * Holds an answer of the API against what the document says of it: JSON has every name its schema has and no other, a problem is
 * one of the list, and nothing else than that is JSON.
 */
export function answerCheck(app: Mounted): (method: string, path: string, response: Response) => Promise<void> {
  const places = new Map<string, string | undefined>()
  const keyOf = (method: string, path: string): string | undefined => {
    const asked = `${method === 'HEAD' ? 'GET' : method} ${path.replace(/\?.*$/s, '')}`
    if (!places.has(asked)) places.set(asked, mountedAt(app, asked))
    return places.get(asked)
  }
  return async (method, path, response) => {
    const type = response.headers.get('content-type') ?? ''
    if (method === 'HEAD' || !type.includes('json')) return
    const key = keyOf(method, path)
    if (key === undefined || !operations[key]) return
    const schema = type.startsWith('application/problem+json') ? problemSchema : answers[key]
    if (!schema) throw new Error(`${key} answers with JSON that is not described`)
    const checked = schema.safeParse(await response.clone().json())
    if (!checked.success) throw new Error(`${key} answers otherwise than described: ${checked.error.message}`)
  }
}

/** The route that answers, as the router chooses it: of those that match the one mounted first. */
function mountedAt({ routes }: Mounted, asked: string): string | undefined {
  const [method = '', path = ''] = asked.split(' ')
  const parts = path.split('/')
  const route = routes.find((one) => {
    const pattern = one.path.split('/')
    const fits = pattern.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
    return one.method === method && pattern.length === parts.length && fits
  })
  return route && `${route.method} ${route.path}`
}
