import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ApiError, Me } from '../api/client.ts'
import type { Keep } from '../api/keep.ts'
import type { Session } from '../features/session/session.ts'
import { type FormEntry, formsApi } from './forms-api.ts'
import { blankForm, openForm, type OpenedForm } from './open-form.ts'

export type WorkbenchState =
  | { readonly step: 'signed-out' }
  | { readonly step: 'opening' }
  | { readonly step: 'stopped'; readonly error: ApiError }
  | { readonly step: 'open'; readonly me: Me; readonly forms: readonly FormEntry[]; readonly opened: OpenedForm }

interface Opened {
  readonly state: WorkbenchState
  /** Whose it is. */
  readonly username: string | undefined
}

interface UseWorkbench {
  readonly session: Session | null
  readonly keep: Keep
  readonly fetchFn: typeof fetch
  readonly readMe: (
    token: string,
  ) => Promise<{ readonly ok: true; readonly value: Me } | { readonly ok: false; readonly error: ApiError }>
}

const lastForm = 'kaohe.workbench.form'

/** Follows the session of the pane: opens the form used last, or another one when the reader picks it. */
export function useWorkbench({ session, keep, fetchFn, readMe }: UseWorkbench) {
  const [{ state, username: owner }, setOpened] = useState<Opened>({ state: { step: 'opening' }, username: undefined })
  const token = session?.token
  const username = session?.username
  const api = useMemo(() => (token === undefined ? undefined : formsApi('', fetchFn, token)), [fetchFn, token])
  const round = useRef(0)

  async function open(wanted: string | null): Promise<WorkbenchState> {
    if (!api || token === undefined || username === undefined) return { step: 'signed-out' }
    const [me, forms] = await Promise.all([readMe(token), api.forms()])
    if (!me.ok) return { step: 'stopped', error: me.error }
    if (!forms.ok) return { step: 'stopped', error: forms.error }
    const offered = formsFor(me.value, forms.value)
    const form = offered.find(({ id }) => id === wanted) ?? offered[0]
    if (!form) return { step: 'stopped', error: { kind: 'offline' } }
    const opened = await openForm(api, keep, username, form.id)
    if (!opened.ok) return { step: 'stopped', error: opened.error }
    localStorage.setItem(`${lastForm}.${username}`, form.id)
    return { step: 'open', me: me.value, forms: offered, opened: opened.value }
  }
  async function show(wanted: string | null) {
    const current = ++round.current
    const next = await open(wanted)
    // Whoever picked another form meanwhile, or signed out, sees that instead.
    if (current === round.current) setOpened({ state: next, username })
  }

  const follow = useEffectEvent(() => {
    // The same person signed in again: what is open stays as it is, typed data and all.
    if (state.step === 'open' && owner === username) return
    void show(localStorage.getItem(`${lastForm}.${username ?? ''}`))
  })
  useEffect(() => follow(), [token, username])

  return {
    state: currentState(state, owner, username),
    api,
    /** Opens another form, or the same one again. */
    pick: (form: string | null) => {
      setOpened({ state: { step: 'opening' }, username })
      return show(form)
    },
  }
}

/** Never shows one person what another one had open. */
function currentState(state: WorkbenchState, owner: string | undefined, username: string | undefined): WorkbenchState {
  if (username === undefined) return { step: 'signed-out' }
  return owner === username ? state : { step: 'opening' }
}

/** The office and the bureaus pull sheets into an empty workbook; everybody else fills forms. */
function formsFor(me: Me, forms: readonly FormEntry[]): readonly FormEntry[] {
  const blank = { id: blankForm, annex: '', title: '', template: 0, fileName: '' }
  return me.account.role === 'clerk' ? forms : [blank, ...forms]
}
