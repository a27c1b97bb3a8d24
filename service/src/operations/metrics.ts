import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Env } from '../access/guard.ts'
import { accessRules } from '../access/rules.ts'

export interface Metrics {
  /** Counts and times every request by method, route and status. */
  readonly measure: MiddlewareHandler<Env>
  /** All of it in Prometheus text, with memory, processor and event loop of the process. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

/**
 * What the service tells a monitor. Routes are named by their pattern, so neither a unit nor a receipt number nor a figure
 * ever becomes a label, and the number of series is bounded.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kaohe_http_request_duration_seconds',
    help: 'From the request to its answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.2, 1, 5],
    registers: [registry],
  })
  return {
    measure: async (c, next) => {
      const started = performance.now()
      await next()
      requests.observe({ ...routeOf(c), status: c.res.status }, (performance.now() - started) / 1000)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** Anything that is in no rule is one series: people who probe for pages must not fill the memory. */
function routeOf(c: Context): { readonly method: string; readonly route: string } {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const route = matchedRoutes(c).find((matched) => matched.method === method)
  return route && `${method} ${route.path}` in accessRules
    ? { method, route: route.path }
    : { method: 'other', route: 'other' }
}
