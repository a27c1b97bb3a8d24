import { useCallback, useEffect, useState } from 'react'
import type { ApiError, ApiResult, SignedInApi } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'
import { openDesk, type OpenedDesk } from './desk.ts'

export type DeskState =
  | { readonly step: 'opening' }
  | { readonly step: 'open'; readonly desk: OpenedDesk }
  | { readonly step: 'closed'; readonly error: ApiError }

interface UseDesk {
  readonly api: SignedInApi
  readonly keep: Keep
  readonly username: string
  readonly now: () => number
  readonly onLapse: () => void
}

/** Opens the desk at once and again whenever asked. A desk that is open stays until the next one is there. */
export function useDesk({ api, keep, username, now, onLapse }: UseDesk) {
  const [state, setState] = useState<DeskState>({ step: 'opening' })

  const settle = useCallback(
    (opened: ApiResult<OpenedDesk>) => {
      if (opened.ok) {
        setState({ step: 'open', desk: opened.value })
        return
      }
      if (opened.error.kind === 'problem' && opened.error.status === 401) onLapse()
      setState((before) => (before.step === 'open' ? before : { step: 'closed', error: opened.error }))
    },
    [onLapse],
  )

  const reopen = useCallback(
    () => void openDesk(api, keep, username, now).then(settle),
    [api, keep, username, now, settle],
  )

  useEffect(() => {
    let over = false
    void openDesk(api, keep, username, now).then((opened) => {
      if (!over) settle(opened)
    })
    return () => {
      over = true
    }
  }, [api, keep, username, now, settle])

  return { state, reopen }
}
