import type { ApiError } from './client.ts'

/** What something has to wait for before it may be sent again as it is; null where it never will be taken. */
export function waitsFor(error: ApiError): 'offline' | 'unauthorised' | 'unavailable' | null {
  if (error.kind === 'offline') return 'offline'
  if (error.status === 401) return 'unauthorised'
  return error.status === 429 || error.status >= 500 ? 'unavailable' : null
}
