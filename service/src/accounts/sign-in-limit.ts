import { fingerprint } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/** Wrong passwords for one account from one address before it must wait. */
const most = 10
const windowMs = 15 * 60 * 1000

export interface SignInLimit {
  /** Seconds to wait, or 0 when another attempt is allowed. */
  waitFor(username: string, address: string): Promise<number>
  failed(username: string, address: string): Promise<void>
  succeeded(username: string, address: string): Promise<void>
}

/**
 * Slows down guessing of one account's password without locking its owner out at another address. Kept in the store: a
 * restart forgives nothing, and several replicas count together.
 */
export function signInLimit(db: Kysely<Database>, now: () => Date): SignInLimit {
  const keyOf = (username: string, address: string) => fingerprint({ username: username.toLowerCase(), address })
  const cutoff = () => new Date(now().getTime() - windowMs).toISOString()

  return {
    async waitFor(username, address) {
      const entry = await db
        .selectFrom('sign_in_failure')
        .select(['count', 'since'])
        .where('key', '=', keyOf(username, address))
        .where('since', '>', cutoff())
        .executeTakeFirst()
      if (!entry || entry.count < most) return 0
      return Math.ceil((Date.parse(entry.since) + windowMs - now().getTime()) / 1000)
    },
    async failed(username, address) {
      await db.deleteFrom('sign_in_failure').where('since', '<=', cutoff()).execute()
      await db
        .insertInto('sign_in_failure')
        .values({ key: keyOf(username, address), count: 1, since: now().toISOString() })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet(({ eb }) => ({ count: eb('sign_in_failure.count', '+', 1) })),
        )
        .execute()
    },
    async succeeded(username, address) {
      await db.deleteFrom('sign_in_failure').where('key', '=', keyOf(username, address)).execute()
    },
  }
}
