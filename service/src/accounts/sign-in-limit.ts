/** Wrong passwords for one account from one address before it must wait. */
const most = 10
const windowMs = 15 * 60 * 1000
/** Above this, the oldest entries go: a flood of invented names must not fill the memory. */
const mostEntries = 10_000

export interface SignInLimit {
  /** Seconds to wait, or 0 when another attempt is allowed. */
  waitFor(username: string, address: string): number
  failed(username: string, address: string): void
  succeeded(username: string, address: string): void
}

/** Slows down guessing of one account's password without locking its owner out at another address. */
export function signInLimit(now: () => Date): SignInLimit {
  const failures = new Map<string, { count: number; since: number }>()
  const keyOf = (username: string, address: string) => `${username.toLowerCase()} ${address}`

  function current(key: string) {
    const entry = failures.get(key)
    if (entry && now().getTime() - entry.since < windowMs) return entry
    failures.delete(key)
    return undefined
  }

  return {
    waitFor(username, address) {
      const entry = current(keyOf(username, address))
      if (!entry || entry.count < most) return 0
      return Math.ceil((entry.since + windowMs - now().getTime()) / 1000)
    },
    failed(username, address) {
      const key = keyOf(username, address)
      const entry = current(key) ?? { count: 0, since: now().getTime() }
      failures.set(key, { ...entry, count: entry.count + 1 })
      const [oldest] = failures.keys()
      if (failures.size > mostEntries && oldest !== undefined) failures.delete(oldest)
    },
    succeeded(username, address) {
      failures.delete(keyOf(username, address))
    },
  }
}
