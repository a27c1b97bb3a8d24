/** Who is signed in on this machine. The token is the service's; the password is never kept. */
export interface Session {
  readonly username: string
  readonly token: string
  readonly expiresAt: number
}

const KEY = 'kaohe.session'
/** As long as the service keeps a clerk's session that is not used; it has the last word and may end one earlier. */
const LIFETIME = 7 * 24 * 60 * 60 * 1000

export function newSession(username: string, token: string, now: number): Session {
  return { username, token, expiresAt: now + LIFETIME }
}

export interface SessionStore {
  /** The session kept last, unless it has run out or cannot be read. */
  read(now: number): Session | null
  save(session: Session): void
  clear(): void
}

export function sessionStore(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): SessionStore {
  return {
    read(now) {
      const session = parse(storage.getItem(KEY))
      return session && session.expiresAt > now ? session : null
    },
    save: (session) => storage.setItem(KEY, JSON.stringify(session)),
    clear: () => storage.removeItem(KEY),
  }
}

function parse(text: string | null): Session | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null) return null
    const { username, token, expiresAt } = kept as Partial<Record<keyof Session, unknown>>
    if (typeof username !== 'string' || typeof token !== 'string' || typeof expiresAt !== 'number') return null
    return { username, token, expiresAt }
  } catch {
    return null
  }
}
