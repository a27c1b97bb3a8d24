import { z } from 'zod'
import { roleSchema } from '../access/rules.ts'

/** An account as the office sees it. */
const shownAccountSchema = z
  .strictObject({
    username: z.string(),
    name: z.string(),
    role: roleSchema,
    unit: z.string().nullable(),
    /** `initial`: made up by somebody else, and to be changed at the first sign-in. */
    password: z.enum(['initial', 'own']),
    disabledAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Account' })

const token = z.strictObject({ token: z.string() })
const signedOut = z.strictObject({ signedOut: z.literal(true) })
const account = z.strictObject({ account: shownAccountSchema })
const withPassword = account.extend({ initialPassword: z.string() })

export const accountAnswers = {
  'POST /api/v1/auth/sign-in/username': token,
  'POST /api/v1/auth/sign-out': signedOut,
  'POST /api/v1/auth/sign-out-everywhere': signedOut,
  'POST /api/v1/auth/password': token,
  'GET /api/v1/accounts': z.strictObject({ accounts: z.array(shownAccountSchema) }),
  'POST /api/v1/accounts': withPassword,
  'POST /api/v1/accounts/:account/change': account,
  'POST /api/v1/accounts/:account/password': withPassword,
  'POST /api/v1/accounts/:account/disabling': account,
  'POST /api/v1/accounts/:account/enabling': account,
  'POST /api/v1/accounts/:account/sign-out': account,
}
