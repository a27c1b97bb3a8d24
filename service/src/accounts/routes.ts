import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Account, Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { validated } from '../validated.ts'
import { addressHeader, authOrigin, authPath, type Auth } from './auth.ts'
import type { SignInLimit } from './sign-in-limit.ts'

const signInSchema = z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(128) })
const signedInSchema = z.object({ token: z.string() })

export interface AuthRoutesDeps {
  readonly auth: Auth
  readonly limit: SignInLimit
  /** Told of the headers whose session was ended. */
  readonly signedOut: (headers: Headers) => void
  /** The client's network address, from the socket or a trusted proxy. */
  readonly addressOf: (c: Context) => string
}

/** The two of the library's operations that are open to the network; it has others, and none of them is mounted. */
export function authRoutes({ auth, limit, signedOut, addressOf }: AuthRoutesDeps) {
  const ask = (path: string, headers: Record<string, string>, body: unknown) =>
    auth.handler(
      new Request(`${authOrigin}${authPath}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    )

  return new Hono<Env>()
    .post('/sign-in/username', validated('json', signInSchema), async (c) => {
      const { username, password } = c.req.valid('json')
      const address = addressOf(c)
      const wait = limit.waitFor(username, address)
      if (wait > 0) throw new ProblemError({ type: 'too-many-attempts', retryAfter: wait })
      const answer = await ask('/sign-in/username', { [addressHeader]: address }, { username, password })
      if (answer.status === 429) throw new ProblemError({ type: 'too-many-attempts', retryAfter: 60 })
      if (answer.status >= 500) {
        const cause = new Error('sign-in failed inside the account library')
        throw new ProblemError({ type: 'unavailable', retryAfter: 5 }, { cause })
      }
      if (!answer.ok) {
        limit.failed(username, address)
        throw new ProblemError({ type: 'sign-in-failed' })
      }
      limit.succeeded(username, address)
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
}

const roleSchema = z.enum(['clerk', 'verifier', 'office', 'leader'])

/** The account behind a bearer token, or null when there is none, it is forged, or its session has ended. */
export function accountOf(auth: Auth): (headers: Headers) => Promise<Account | null> {
  return async (headers) => {
    const authorization = headers.get('authorization')
    if (!authorization) return null
    const session = await auth.api.getSession({ headers: new Headers({ authorization }) })
    if (!session) return null
    const { id, name, username, role, unit } = session.user
    return { id, name, username: username ?? '', role: roleSchema.parse(role), unit: unit ?? null }
  }
}
