import type { Account } from '../access/guard.ts'

/** For so long a session that was looked up is believed, in milliseconds: one ended elsewhere opens nothing after that. */
const believed = 3000
/** Above this, the oldest entries go: a flood of invented tokens must not fill the memory. */
const mostEntries = 10_000

export interface KnownSessions {
  /** The account behind these headers, looked up at most once in `believed`. */
  accountOf(headers: Headers): Promise<Account | null>
  /** Looks this session up anew, because it was ended here. */
  forget(headers: Headers): void
  /** Looks every session up anew, because accounts were changed here. */
  forgetAll(): void
}

/**
 * Spares the database two queries for each request. A session that ends here is forgotten at once; one that another
 * process ends (a new password, another replica) opens nothing after three seconds.
 */
export function knownSessions(lookUp: (headers: Headers) => Promise<Account | null>, now: () => Date): KnownSessions {
  // The answer is kept as a promise: requests that come at once wait for one look-up, and a session that is forgotten
  // meanwhile is not put back by it.
  const known = new Map<string, { readonly account: Promise<Account | null>; readonly since: number }>()
  const keyOf = (headers: Headers) => headers.get('authorization') ?? ''

  function isFresh(since: number): boolean {
    const age = now().getTime() - since
    // A clock that was put back makes nothing younger.
    return age >= 0 && age < believed
  }

  return {
    async accountOf(headers) {
      const key = keyOf(headers)
      const entry = known.get(key)
      if (entry && isFresh(entry.since)) return entry.account
      const account = lookUp(headers)
      known.delete(key)
      known.set(key, { account, since: now().getTime() })
      const [oldest] = known.keys()
      if (known.size > mostEntries && oldest !== undefined) known.delete(oldest)
      // Only a session that is there is worth believing.
      const isNone = await account.then(
        (found) => found === null,
        () => true,
      )
      if (isNone && known.get(key)?.account === account) known.delete(key)
      return account
    },
    forget(headers) {
      known.delete(keyOf(headers))
    },
    forgetAll() {
      known.clear()
    },
  }
}
