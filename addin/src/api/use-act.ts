import { useCallback, useState } from 'react'
import type { ApiError, ApiResult } from './client.ts'

export type Acting =
  { readonly step: 'idle' } | { readonly step: 'busy' } | { readonly step: 'refused'; readonly error: ApiError }

/** One step that changes something at the service: busy while it is on its way, and refused with a reason or done. */
export function useAct(onLapse: () => void) {
  const [acting, setActing] = useState<Acting>({ step: 'idle' })

  /** Undefined where it was refused. */
  const act = useCallback(
    async <T>(ask: () => Promise<ApiResult<T>>): Promise<T | undefined> => {
      setActing({ step: 'busy' })
      const answer = await ask()
      if (answer.ok) {
        setActing({ step: 'idle' })
        return answer.value
      }
      setActing({ step: 'refused', error: answer.error })
      if (answer.error.kind === 'problem' && answer.error.status === 401) onLapse()
      return undefined
    },
    [onLapse],
  )
  return { acting, act, dismiss: useCallback(() => setActing({ step: 'idle' }), []) }
}
