import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { ProblemError } from '../problem.ts'
import { accessRules, type AccessRule, type Role } from './rules.ts'

/** Who is asking, as every handler sees it. */
export interface Account {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  /** Id of the unit a clerk reports for. */
  readonly unit: string | null
  /** The password is one that somebody else made up: nothing but a new one may be asked for. */
  readonly passwordChange: boolean
}

/** What the middlewares leave for the handlers. */
export interface Env {
  Variables: { requestId: string; account?: Account }
}

/** Lets a request through to its route only by that route's rule; whoever may not see a thing is told it does not exist. */
export function guard(accountOf: (headers: Headers) => Promise<Account | null>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const rule = ruleOf(c)
    if (rule === undefined) throw new ProblemError({ type: 'not-found' })
    if (rule !== 'anyone') {
      const account = await accountOf(c.req.raw.headers)
      if (!account) throw new ProblemError({ type: 'not-signed-in' })
      if (rule !== 'signed-in' && !rule.includes(account.role)) throw new ProblemError({ type: 'not-found' })
      if (account.passwordChange && !openBeforePasswordChange.includes(routeOf(c) ?? '')) {
        throw new ProblemError({ type: 'password-change-required' })
      }
      c.set('account', account)
    }
    await next()
  }
}

/** The account behind a guarded route. */
export function signedIn(c: Context<Env>): Account {
  const account = c.get('account')
  if (!account) throw new Error('asked for the account on a route open to anyone')
  return account
}

/** The office and the leading group it works for see every unit; everybody else sees one. */
export const seesAll = (role: Role): boolean => role === 'office' || role === 'leader'

/** The unit a clerk acts for; an account without one sees nothing of any unit. */
export function ownUnit(c: Context<Env>): string {
  const { unit } = signedIn(c)
  if (unit === null) throw new ProblemError({ type: 'not-found' })
  return unit
}

const openBeforePasswordChange: readonly string[] = [
  'GET /api/v1/me',
  'POST /api/v1/auth/password',
  'POST /api/v1/auth/sign-out',
]

function ruleOf(c: Context): AccessRule | undefined {
  const route = routeOf(c)
  return route === undefined ? undefined : accessRules[route]
}

function routeOf(c: Context): string | undefined {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  // Handlers answer in the order they were mounted, so the first one's rule is the one that counts.
  const route = matchedRoutes(c).find((matched) => matched.method === method)
  return route && `${method} ${route.path}`
}
