import type { Kysely, Transaction } from 'kysely'
import type { Role } from '../access/rules.ts'
import { appendAudit } from '../audit/append.ts'
import type { AuditAction } from '../audit/entry.ts'
import type { Database } from '../db/schema.ts'
import { lockCampaign } from '../reports/store.ts'
import type { Auth } from './auth.ts'

export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly unit: string | null
}

/** An account as the register of accounts has it. */
export interface KnownAccount extends NewAccount {
  readonly id: string
  /** `initial`: to be changed at the next sign-in. */
  readonly password: 'initial' | 'own'
  readonly disabledAt: string | null
  readonly createdAt: string
}

/** A password as the library hashed it, which is slow on purpose and holds no transaction up; `initial` has to be changed. */
export interface NewPassword {
  readonly hash: string
  readonly kind: 'initial' | 'own'
}

/** What changes accounts: the library on one transaction, so that a change and its line in the log are there together. */
export interface AccountChange {
  readonly trx: Transaction<Database>
  readonly auth: Auth
  /** User name of who makes the change; `operator` on the command line. */
  readonly actor: string
  readonly at: Date
}

export interface AccountsDeps {
  readonly db: Kysely<Database>
  /** The library on a transaction. */
  readonly authIn: (trx: Transaction<Database>) => Auth
}

/** Runs changes of accounts as one transaction, under the lock of every campaign that logs them. */
export async function changingAccounts<Result>(
  { db, authIn }: AccountsDeps,
  by: Pick<AccountChange, 'actor' | 'at'>,
  work: (change: AccountChange) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    for (const campaign of await campaignsOf(trx)) await lockCampaign(trx, campaign)
    return work({ trx, auth: authIn(trx), ...by })
  })
}

export async function accountsOf(db: Kysely<Database>): Promise<readonly KnownAccount[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'username', 'name', 'role', 'unit', 'password_kind', 'disabled_at', 'created_at'])
    .orderBy('role')
    .orderBy('username')
    .execute()
  return rows.map(({ password_kind: password, disabled_at: disabledAt, created_at: createdAt, ...account }) => {
    return { ...account, password, disabledAt, createdAt: new Date(createdAt).toISOString() }
  })
}

export async function findAccount(db: Kysely<Database>, username: string): Promise<KnownAccount | undefined> {
  return (await accountsOf(db)).find((account) => account.username === username)
}

/** Creates an account. */
export async function createAccount(
  change: AccountChange,
  account: NewAccount,
  { hash, kind }: NewPassword,
): Promise<{ readonly id: string }> {
  const { internalAdapter } = await change.auth.$context
  const created = await addAccount(internalAdapter, { ...account, passwordKind: kind }, hash)
  await log(change, 'account.created', account.username, { after: told(account) })
  return created
}

/** Many accounts with one password, as only a demo has them: the password is hashed once, and nothing is logged. */
export async function createDemoAccounts(
  auth: Auth,
  accounts: readonly NewAccount[],
  demoPassword: string,
): Promise<void> {
  const { internalAdapter, password } = await auth.$context
  const hash = await password.hash(demoPassword)
  for (const account of accounts) await addAccount(internalAdapter, { ...account, passwordKind: 'own' }, hash)
}

/** Sets a new password and ends every session of the account. */
export async function setPassword(
  change: AccountChange,
  { id, username }: Pick<KnownAccount, 'id' | 'username'>,
  { hash, kind }: NewPassword,
): Promise<void> {
  const { internalAdapter } = await change.auth.$context
  await internalAdapter.updatePassword(id, hash)
  await internalAdapter.updateUser(id, { passwordKind: kind })
  await internalAdapter.deleteUserSessions(id)
  await log(change, 'account.password-set', username, { after: { password: kind } })
}

/** Notes that an account has a password of its own now; the library has set it. */
export async function ownPassword(
  change: AccountChange,
  { id, username }: Pick<KnownAccount, 'id' | 'username'>,
): Promise<void> {
  const { internalAdapter } = await change.auth.$context
  await internalAdapter.updateUser(id, { passwordKind: 'own' })
  await log(change, 'account.password-set', username, { after: { password: 'own' } })
}

/** Gives an account another name, role or unit. Its sessions end: what it may see has changed. */
export async function changeAccount(
  change: AccountChange,
  account: KnownAccount,
  to: Omit<NewAccount, 'username'>,
  reason: string | null,
): Promise<void> {
  const { internalAdapter } = await change.auth.$context
  await internalAdapter.updateUser(account.id, { ...to })
  await internalAdapter.deleteUserSessions(account.id)
  const after = told({ ...account, ...to })
  await log(change, 'account.changed', account.username, { before: told(account), after, reason })
}

/** Disables an account, which ends its sessions, or lets it sign in again. What it did stays its own. */
export async function setDisabled(
  change: AccountChange,
  { id, username }: Pick<KnownAccount, 'id' | 'username'>,
  disabled: boolean,
  reason: string,
): Promise<void> {
  const { internalAdapter } = await change.auth.$context
  await internalAdapter.updateUser(id, { disabledAt: disabled ? change.at.toISOString() : null })
  if (disabled) await internalAdapter.deleteUserSessions(id)
  await log(change, disabled ? 'account.disabled' : 'account.enabled', username, { after: { disabled }, reason })
}

/** Signs an account out everywhere. */
export async function endSessions(
  change: AccountChange,
  { id, username }: Pick<KnownAccount, 'id' | 'username'>,
): Promise<void> {
  const { internalAdapter } = await change.auth.$context
  await internalAdapter.deleteUserSessions(id)
  await log(change, 'account.signed-out', username, {})
}

type Adapter = Awaited<Auth['$context']>['internalAdapter']

async function addAccount(
  adapter: Adapter,
  account: NewAccount & { readonly passwordKind: 'initial' | 'own' },
  hash: string,
): Promise<{ readonly id: string }> {
  const user = await adapter.createUser(
    {
      ...account,
      // The library wants an address; this domain is reserved for addresses that do not exist (RFC 2606).
      email: `${account.username}@kaohe.invalid`,
      emailVerified: true,
    },
    { method: 'admin' },
  )
  await adapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
  return { id: user.id }
}

const told = ({ name, role, unit }: NewAccount) => ({ name, role, unit })

/** Accounts are no part of a campaign, but who could act is part of what each rests on: the line goes into the log of every one. */
async function log(
  { trx, actor, at }: AccountChange,
  action: Extract<AuditAction, `account.${string}`>,
  username: string,
  change: { readonly before?: unknown; readonly after?: unknown; readonly reason?: string | null },
): Promise<void> {
  const subject = `account/${username}`
  for (const campaign of await campaignsOf(trx)) {
    await appendAudit(trx, { campaign, actor, at, action, subject, ...change })
  }
}

async function campaignsOf(trx: Transaction<Database>): Promise<readonly string[]> {
  const rows = await trx.selectFrom('campaign').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
