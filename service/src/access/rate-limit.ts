import type { Context, MiddlewareHandler } from 'hono'
import { ProblemError } from '../problem.ts'
import type { Env } from './guard.ts'

/** Requests in a minute. */
export interface RateLimits {
  /** Writes of one account: reports, decisions, uploads. */
  readonly writes: number
  /** Reads of one account. */
  readonly reads: number
  /** Requests without an account from one address: pages, sign-in, monitors. A whole building may share one. */
  readonly address: number
}

/** Far above what people do and what the pane does for them; a script run wild or a flood is over it in seconds. */
export const generousLimits: RateLimits = { writes: 120, reads: 600, address: 6000 }

const minuteMs = 60_000
/** Above this, the oldest entries go: a flood from invented addresses must not fill the memory. */
const mostEntries = 20_000

/**
 * Holds back whoever asks for far too much, each account by itself and so never its neighbours behind the same address. Counted
 * in this process: several replicas let through as many times more, and a restart forgets.
 */
export function rateLimit(
  limits: RateLimits,
  { now, addressOf }: { now: () => Date; addressOf: (c: Context) => string },
): MiddlewareHandler<Env> {
  const counted = new Map<string, { count: number; readonly since: number }>()

  /** Counts one more; the seconds to wait once it is too many, else 0. */
  function waitFor(key: string, most: number): number {
    const at = now().getTime()
    const known = counted.get(key)
    const isRunning = known !== undefined && at >= known.since && at - known.since < minuteMs
    const entry = isRunning ? known : { count: 0, since: at }
    entry.count += 1
    if (!isRunning) {
      counted.delete(key)
      counted.set(key, entry)
      const [oldest] = counted.keys()
      if (counted.size > mostEntries && oldest !== undefined) counted.delete(oldest)
    }
    return entry.count > most ? Math.ceil((entry.since + minuteMs - at) / 1000) : 0
  }

  return async (c, next) => {
    const account = c.get('account')
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    const kind = account === undefined ? 'address' : isRead ? 'reads' : 'writes'
    const wait = waitFor(`${kind} ${account?.id ?? addressOf(c)}`, limits[kind])
    if (wait > 0) throw new ProblemError({ type: 'too-many-requests', retryAfter: wait })
    await next()
  }
}
