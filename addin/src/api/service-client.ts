import type { Api as ServiceApi } from '@kaohe/service/api'
import type { hc } from 'hono/client'

/** The service's routes as properties, its methods as `$get` and the like, with the types of Hono's own client. */
export type Client = ReturnType<typeof hc<ServiceApi>>['api']['v1']

/** What a route may be given; the types of the client say which wants what. */
interface Given {
  readonly json?: unknown
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly param?: Readonly<Record<string, string>>
  readonly header?: Readonly<Record<string, string>>
}

export type Send = (
  method: string,
  path: string,
  given?: Given,
  options?: { readonly init?: RequestInit },
) => Promise<Response>

/**
 * Asks the service as Hono's client does, without what that brings along for others: sockets, cookies, forms and addresses are
 * 2 KB of a page that uses none of them.
 */
export function serviceSend(baseUrl: string, fetchFn: typeof fetch, token?: string): Send {
  const own = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return (method, path, { json, query = {}, param = {}, header } = {}, { init } = {}) => {
    const place = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(param[name] ?? ''))
    const asked = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
    return fetchFn(`${baseUrl}/api/v1${place}${asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''}`, {
      method,
      headers: { ...own, ...header, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
      credentials: 'omit',
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...init,
    })
  }
}

/** Every property of a route is a route, as far as its types go. */
export const serviceClient = (send: Send): Client => routesBelow('', send) as Client

function routesBelow(path: string, send: Send): object {
  return new Proxy(
    {},
    {
      get: (_, key) => {
        if (typeof key !== 'string' || key === 'then') return undefined
        if (!key.startsWith('$')) return routesBelow(`${path}/${key}`, send)
        return (...given: [Given?, { readonly init?: RequestInit }?]) =>
          send(key.slice(1).toUpperCase(), path, ...given)
      },
    },
  )
}
