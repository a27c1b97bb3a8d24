import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { signedIn, type Account, type Env } from '../access/guard.ts'
import { roleSchema } from '../access/rules.ts'
import { ProblemError } from '../problem.ts'
import { validated } from '../validated.ts'
import type { AccountDeps } from './account-routes.ts'
import { changingAccounts, endSessions, ownPassword, type AccountChange } from './accounts.ts'
import { addressHeader, authOrigin, authPath, type Auth } from './auth.ts'
import { passwordFault } from './password-fault.ts'
import { hasEnded, renewedAfter } from './session-ends.ts'
import type { SignInLimit } from './sign-in-limit.ts'

const signInSchema = z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(128) })
const signedInSchema = z.object({ token: z.string() })

const passwordSchema = z.strictObject({
  currentPassword: z.string().min(1).max(128),
  newPassword: z.string().min(1).max(128),
})

export interface AuthRoutesDeps extends Pick<AccountDeps, 'db' | 'clock' | 'authIn' | 'accountsChanged'> {
  readonly auth: Auth
  readonly limit: SignInLimit
  /** Told of the headers whose session was ended. */
  readonly signedOut: (headers: Headers) => void
  /** The client's network address, from the socket or a trusted proxy. */
  readonly addressOf: (c: Context) => string
}

/** Those of the library's operations that are open to the network: sign-in, sign-out, one's own password. It has others, and none of them is mounted. */
export function authRoutes(deps: AuthRoutesDeps) {
  const { auth, limit, signedOut, addressOf } = deps
  const ask = (path: string, headers: Record<string, string>, body: unknown) =>
    auth.handler(
      new Request(`${authOrigin}${authPath}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    )

  const change = async ({ username: actor }: Account, work: (one: AccountChange) => Promise<void>) => {
    await changingAccounts(deps, { actor, at: deps.clock.now() }, work)
    deps.accountsChanged()
  }
  return new Hono<Env>()
    .post('/sign-in/username', validated('json', signInSchema), async (c) => {
      const { username, password } = c.req.valid('json')
      const address = addressOf(c)
      const wait = await limit.waitFor(username, address)
      if (wait > 0) throw new ProblemError({ type: 'too-many-attempts', retryAfter: wait })
      const answer = await ask('/sign-in/username', { [addressHeader]: address }, { username, password })
      if (answer.status === 429) throw new ProblemError({ type: 'too-many-attempts', retryAfter: 60 })
      if (answer.status >= 500) {
        const cause = new Error('sign-in failed inside the account library')
        throw new ProblemError({ type: 'unavailable', retryAfter: 5 }, { cause })
      }
      if (!answer.ok) {
        await limit.failed(username, address)
        throw new ProblemError({ type: 'sign-in-failed' })
      }
      await limit.succeeded(username, address)
      const { token } = signedInSchema.parse(await answer.json())
      c.header('Cache-Control', 'no-store')
      // The library's cookie is not passed on: without cookies there is no cross-site request to forge.
      return c.json({ token })
    })
    .post('/sign-out', async (c) => {
      await ask('/sign-out', { authorization: c.req.header('authorization') ?? '' }, {})
      signedOut(c.req.raw.headers)
      return c.json({ signedOut: true as const })
    })
    .post('/password', validated('json', passwordSchema), async (c) => {
      const { currentPassword, newPassword } = c.req.valid('json')
      const account = signedIn(c)
      const address = addressOf(c)
      const wait = await limit.waitFor(account.username, address)
      if (wait > 0) throw new ProblemError({ type: 'too-many-attempts', retryAfter: wait })
      const fault = newPassword === currentPassword ? '新密码不能与现在的相同' : passwordFault(newPassword, account)
      if (fault !== null) refuse('newPassword', fault)
      const headers = { authorization: c.req.header('authorization') ?? '', [addressHeader]: address }
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      const answer = await ask('/change-password', headers, body)
      if (answer.status === 429) throw new ProblemError({ type: 'too-many-attempts', retryAfter: 60 })
      if (answer.status >= 500) throw new Error('changing a password failed inside the account library')
      if (!answer.ok) {
        await limit.failed(account.username, address)
        refuse('currentPassword', '现在的密码不正确')
      }
      await change(account, (one) => ownPassword(one, account))
      const { token } = signedInSchema.parse(await answer.json())
      c.header('Cache-Control', 'no-store')
      // All sessions have ended, this one, too; the token opens a new one.
      return c.json({ token })
    })
    .post('/sign-out-everywhere', async (c) => {
      const account = signedIn(c)
      await change(account, (one) => endSessions(one, account))
      return c.json({ signedOut: true as const })
    })
}

function refuse(path: string, message: string): never {
  throw new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
}

/**
 * The account behind a bearer token, or null when there is none, it is forged, or its session has ended: by itself
 * (session-ends.ts), by signing out, or because the account was changed or disabled. The one place that asks.
 */
export function accountOf(auth: Auth, now: () => Date): (headers: Headers) => Promise<Account | null> {
  return async (headers) => {
    const authorization = headers.get('authorization')
    if (!authorization) return null
    const asking = { headers: new Headers({ authorization }) }
    // Looked at before it is renewed: what was idle for too long must not come back to life by being asked for.
    const found = await auth.api.getSession({ ...asking, query: { disableRefresh: true } })
    if (!found) return null
    const { id, name, username, role: text, unit, passwordKind, disabledAt } = found.user
    const role = roleSchema.parse(text)
    if (hasEnded(role, found.session, now()) || typeof disabledAt === 'string') {
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteSession(found.session.token)
      return null
    }
    if (now().getTime() - found.session.updatedAt.getTime() >= renewedAfter) await auth.api.getSession(asking)
    return { id, name, username: username ?? '', role, unit: unit ?? null, passwordChange: passwordKind === 'initial' }
  }
}
