import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { roleSchema } from '../access/rules.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf, type Campaign } from '../register/store.ts'
import { validated } from '../validated.ts'
import {
  accountsOf,
  changeAccount,
  changingAccounts,
  createAccount,
  endSessions,
  findAccount,
  setDisabled,
  setPassword,
  type AccountChange,
  type AccountsDeps,
  type KnownAccount,
  type NewAccount,
} from './accounts.ts'
import type { Auth } from './auth.ts'
import { generatePassword } from './generate-password.ts'

export interface AccountDeps extends AccountsDeps {
  readonly campaign: Campaign
  readonly clock: Clock
  readonly auth: Auth
  /** Told that accounts were changed: what is believed of sessions is looked up anew. */
  readonly accountsChanged: () => void
}

const sentence = z.string().trim().min(1).max(500)
const name = z.string().trim().min(1).max(64)
const unit = z.string().max(64).nullable()
const username = z.string().regex(/^[a-z0-9][a-z0-9-]{2,31}$/, '须为 3–32 个小写字母、数字或连字符')
const createSchema = z.strictObject({ username, name, role: roleSchema, unit })
const changeSchema = z.strictObject({ name, role: roleSchema, unit, reason: sentence })
const listSchema = z.object({ unit: z.string().max(64).optional() })
const reasonSchema = z.strictObject({ reason: sentence })

/** The office's register of accounts. Passwords go out once, when they are made up, and have to be changed at the first sign-in. */
export function accountRoutes(deps: AccountDeps) {
  const { db } = deps
  const known = async (c: Context<Env>, isOwnAllowed = false): Promise<KnownAccount> => {
    const account = await findAccount(db, c.req.param('account') ?? '')
    if (!account) throw new ProblemError({ type: 'not-found' })
    if (!isOwnAllowed && account.id === signedIn(c).id)
      refuse('account', '不能对自己的账号这样办理，请由另一个办公室账号办理')
    return account
  }
  const change = async <Result>(c: Context<Env>, work: (change: AccountChange) => Promise<Result>): Promise<Result> => {
    const result = await changingAccounts(deps, { actor: signedIn(c).username, at: deps.clock.now() }, work)
    deps.accountsChanged()
    return result
  }
  const initial = async () => {
    const password = generatePassword()
    const { password: hasher } = await deps.auth.$context
    return { password, stored: { hash: await hasher.hash(password), kind: 'initial' as const } }
  }
  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', validated('query', listSchema), async (c) => {
      const { unit: asked } = c.req.valid('query')
      const accounts = (await accountsOf(db)).filter(({ unit }) => asked === undefined || unit === asked)
      return c.json({ accounts: accounts.map(shown) })
    })
    .post('/', validated('json', createSchema), async (c) => {
      const given = c.req.valid('json')
      await checkPlace(deps, given)
      const { password, stored } = await initial()
      await change(c, async (one) => {
        if (await findAccount(one.trx, given.username)) refuse('username', '用户名已存在')
        return createAccount(one, given, stored)
      })
      return c.json({ account: await shownAs(db, given.username), initialPassword: password }, 201)
    })
    .post('/:account/change', validated('json', changeSchema), async (c) => {
      const { reason, ...to } = c.req.valid('json')
      const account = await known(c)
      await checkPlace(deps, to)
      await change(c, (one) => changeAccount(one, account, to, reason))
      return c.json({ account: await shownAs(db, account.username) })
    })
    .post('/:account/password', async (c) => {
      const account = await known(c)
      const { password, stored } = await initial()
      await change(c, (one) => setPassword(one, account, stored))
      return c.json({ account: await shownAs(db, account.username), initialPassword: password })
    })
    .post('/:account/disabling', validated('json', reasonSchema), async (c) => {
      const account = await known(c)
      await change(c, (one) => setDisabled(one, account, true, c.req.valid('json').reason))
      return c.json({ account: await shownAs(db, account.username) })
    })
    .post('/:account/enabling', validated('json', reasonSchema), async (c) => {
      const account = await known(c)
      await change(c, (one) => setDisabled(one, account, false, c.req.valid('json').reason))
      return c.json({ account: await shownAs(db, account.username) })
    })
    .post('/:account/sign-out', async (c) => {
      const account = await known(c, true)
      await change(c, (one) => endSessions(one, account))
      return c.json({ account: shown(account) })
    })
}

/** A clerk and a verifier belong to a unit of the register; the office and the leading group to none. */
async function checkPlace(
  { db, campaign }: AccountDeps,
  { role, unit }: Pick<NewAccount, 'role' | 'unit'>,
): Promise<void> {
  const isOfUnit = role === 'clerk' || role === 'verifier'
  if (!isOfUnit && unit !== null) refuse('unit', '办公室和领导小组的账号不属于任何责任单位')
  if (isOfUnit && !(await unitsOf(db, campaign.id)).some(({ id }) => id === unit)) refuse('unit', '名册中没有这个单位')
}

function refuse(path: string, message: string): never {
  throw new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
}

async function shownAs(db: Kysely<Database>, username: string) {
  const account = await findAccount(db, username)
  if (!account) throw new Error(`account gone: ${username}`)
  return shown(account)
}

const shown = ({ username, name, role, unit, password, disabledAt, createdAt }: KnownAccount) => {
  return { username, name, role, unit, password, disabledAt, createdAt }
}
