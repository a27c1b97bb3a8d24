import type { MiddlewareHandler } from 'hono'
import type { Env } from './access/guard.ts'
import type { Log } from './log.ts'

/** One line for each request: what was asked, by which account, how it ended. Path without query, no body, no figure. */
export function requestLog(log: Log): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const ms = Math.round((performance.now() - started) * 10) / 10
    const { method, path } = c.req
    log.info(
      { requestId: c.get('requestId'), method, path, status: c.res.status, ms, account: c.get('account')?.id },
      'request',
    )
  }
}
