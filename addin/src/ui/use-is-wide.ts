import { useSyncExternalStore } from 'react'

const query = '(min-width: 760px)'

/** Is there room for two columns? Follows the window as it is resized. */
export function useIsWide(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(query).matches)
}

function follow(listener: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
