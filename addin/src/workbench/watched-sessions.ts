import type { Session, SessionStore } from '../features/session/session.ts'

/** The pane's session store, with a call back when somebody signs in or out: the page beside the pane follows it. */
export interface WatchedSessions extends SessionStore {
  readonly current: () => Session | null
  readonly subscribe: (listener: () => void) => () => void
}

export function watchedSessions(store: SessionStore, now: () => number): WatchedSessions {
  let session = store.read(now())
  const listeners = new Set<() => void>()
  const become = (next: Session | null) => {
    session = next
    for (const listener of [...listeners]) listener()
  }
  return {
    read: store.read,
    save(next) {
      store.save(next)
      become(next)
    },
    clear() {
      store.clear()
      become(null)
    },
    current: () => session,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
