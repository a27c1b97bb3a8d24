import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer, username } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Log } from '../log.ts'
import { longestPassword, shortestPassword } from './password-fault.ts'
import { renewedAfter } from './session-ends.ts'

/** Where the library believes to live. It is never called over the network, so any fixed address will do. */
export const authOrigin = 'http://accounts.internal'
export const authPath = '/api/v1/auth'
/** Set by us from the socket, never taken from a client. */
export const addressHeader = 'x-kaohe-address'

/** Sign-ins from one address in a minute. A whole building may share one address, so this only stops a flood; the limit per account is ours (sign-in-limit.ts). */
const signInsPerMinute = 60

export interface AuthDeps {
  readonly db: Kysely<Database>
  readonly secret: string
  readonly log: Log
}

/** Accounts, passwords and sessions, as the library keeps them: tables and columns under our names, no cookies, no sign-up. */
export function createAuth({ db, secret, log }: AuthDeps) {
  return betterAuth({
    appName: 'Kaohe',
    baseURL: authOrigin,
    basePath: authPath,
    secret,
    // Said of PostgreSQL, too: in both, our tables hold instants as ISO text and booleans as 0 and 1.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'info']({ message }, 'accounts'),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 3,
        maxUsernameLength: 32,
        usernameValidator: (name) => /^[a-z0-9][a-z0-9-]*$/.test(name),
        validationOrder: { username: 'post-normalization' },
      }),
      bearer(),
    ],
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: ['clerk', 'verifier', 'office', 'leader'], required: true, input: false },
        unit: { type: 'string', required: false, input: false },
        passwordKind: {
          type: ['initial', 'own'],
          required: true,
          input: false,
          defaultValue: 'own',
          fieldName: 'password_kind',
        },
        disabledAt: { type: 'string', required: false, input: false, fieldName: 'disabled_at' },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const account = await db
              .selectFrom('account')
              .select('disabled_at')
              .where('id', '=', userId)
              .executeTakeFirst()
            if (!account || account.disabled_at !== null) throw new APIError('FORBIDDEN')
          },
        },
      },
    },
    session: {
      modelName: 'session',
      // The longest that any role may stay idle; which role how long: session-ends.ts.
      expiresIn: 7 * 24 * 60 * 60,
      updateAge: renewedAfter / 1000,
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'account_id',
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'provider_account_id',
        providerId: 'provider_id',
        userId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 300,
      customRules: { '/sign-in/username': { window: 60, max: signInsPerMinute } },
    },
    advanced: { ipAddress: { ipAddressHeaders: [addressHeader] }, cookiePrefix: 'kaohe' },
  })
}
export type Auth = ReturnType<typeof createAuth>
