import type { Role } from '../access/rules.ts'
import type { Auth } from './auth.ts'

export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly unit: string | null
}

/** Creates an account with its password. There is no way to do this over the network. */
export async function createAccount(
  auth: Auth,
  account: NewAccount,
  newPassword: string,
): Promise<{ readonly id: string }> {
  const { internalAdapter, password } = await auth.$context
  return addAccount(internalAdapter, account, await password.hash(newPassword))
}

/** Many accounts with one password, as only a demo has them: the password is hashed once, since that is slow on purpose. */
export async function createDemoAccounts(
  auth: Auth,
  accounts: readonly NewAccount[],
  demoPassword: string,
): Promise<void> {
  const { internalAdapter, password } = await auth.$context
  const hash = await password.hash(demoPassword)
  for (const account of accounts) await addAccount(internalAdapter, account, hash)
}

/** Sets a new password and ends every session of the account. */
export async function setPassword(auth: Auth, accountId: string, newPassword: string): Promise<void> {
  const { internalAdapter, password } = await auth.$context
  await internalAdapter.updatePassword(accountId, await password.hash(newPassword))
  await internalAdapter.deleteUserSessions(accountId)
}

type Adapter = Awaited<Auth['$context']>['internalAdapter']

async function addAccount(adapter: Adapter, account: NewAccount, hash: string): Promise<{ readonly id: string }> {
  const user = await adapter.createUser(
    {
      username: account.username,
      name: account.name,
      role: account.role,
      unit: account.unit,
      // The library wants an address; this domain is reserved for addresses that do not exist (RFC 2606).
      email: `${account.username}@kaohe.invalid`,
      emailVerified: true,
    },
    { method: 'admin' },
  )
  await adapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
  return { id: user.id }
}
