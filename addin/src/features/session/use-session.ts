import { useCallback, useEffect, useState } from 'react'
import type { Api, ApiError } from '../../api/client.ts'
import { newSession, type Session, type SessionStore } from './session.ts'

export type SessionState =
  | { readonly step: 'signed-out'; readonly error?: ApiError }
  | { readonly step: 'signing-in' }
  | { readonly step: 'signed-in'; readonly session: Session }
  /** The service no longer takes the token. What is on the screen stays until the same person signs in again. */
  | { readonly step: 'lapsed'; readonly session: Session; readonly error?: ApiError; readonly busy: boolean }

export function useSession(api: Api, store: SessionStore, now: () => number) {
  const [state, setState] = useState<SessionState>(() => {
    const session = store.read(now())
    return session ? { step: 'signed-in', session } : { step: 'signed-out' }
  })

  const kept = state.step === 'signed-in' ? state.session : null
  useEffect(() => {
    // Being opened is being used: a clerk who comes back every few days never has to sign in again.
    if (kept) store.save(newSession(kept.username, kept.token, now()))
  }, [kept, store, now])

  async function signIn(username: string, password: string) {
    const before = state
    setState(
      before.step === 'lapsed' ? { step: 'lapsed', session: before.session, busy: true } : { step: 'signing-in' },
    )
    const answer = await api.signIn(username, password)
    if (answer.ok) {
      const session = newSession(username, answer.value.token, now())
      store.save(session)
      setState({ step: 'signed-in', session })
    } else if (before.step === 'lapsed') {
      setState({ step: 'lapsed', session: before.session, busy: false, error: answer.error })
    } else {
      setState({ step: 'signed-out', error: answer.error })
    }
  }

  function signOut() {
    if (state.step === 'signed-in' || state.step === 'lapsed') void api.signedIn(state.session.token).signOut()
    store.clear()
    setState({ step: 'signed-out' })
  }

  /** The same person with another token: the service ended the one before. */
  const renew = useCallback(
    (username: string, token: string) => {
      const session = newSession(username, token, now())
      store.save(session)
      setState({ step: 'signed-in', session })
    },
    [store, now],
  )

  const lapse = useCallback(() => {
    setState((now) => (now.step === 'signed-in' ? { step: 'lapsed', session: now.session, busy: false } : now))
  }, [])

  return { state, signIn, signOut, renew, lapse }
}
