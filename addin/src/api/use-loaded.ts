import { useCallback, useEffect, useState } from 'react'
import type { ApiError, ApiResult } from './client.ts'

export type Loaded<T> =
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly error: ApiError }
  /** `stale`: it could not be fetched anew, and this is what was there before. */
  | { readonly step: 'loaded'; readonly value: T; readonly stale: ApiError | null }

/** Asks at once, and again whenever told to. What was loaded stays on the screen until there is something newer. */
export function useLoaded<T>(load: () => Promise<ApiResult<T>>, onLapse: () => void) {
  const [state, setState] = useState<{ readonly of: typeof load; readonly loaded: Loaded<T> }>({
    of: load,
    loaded: { step: 'loading' },
  })

  const settle = useCallback(
    (answer: ApiResult<T>): ApiResult<T> => {
      if (!answer.ok && answer.error.kind === 'problem' && answer.error.status === 401) onLapse()
      setState((before) => ({ of: load, loaded: next(before.of === load ? before.loaded : null, answer) }))
      return answer
    },
    [load, onLapse],
  )
  const reload = useCallback(() => load().then(settle), [load, settle])

  useEffect(() => {
    let over = false
    void load().then((answer) => {
      if (!over) settle(answer)
    })
    return () => {
      over = true
    }
  }, [load, settle])

  // Something else is asked for now: what was loaded before is no answer to it.
  const loaded: Loaded<T> = state.of === load ? state.loaded : { step: 'loading' }
  return { loaded, reload }
}

function next<T>(before: Loaded<T> | null, answer: ApiResult<T>): Loaded<T> {
  if (answer.ok) return { step: 'loaded', value: answer.value, stale: null }
  return before?.step === 'loaded' ? { ...before, stale: answer.error } : { step: 'failed', error: answer.error }
}
