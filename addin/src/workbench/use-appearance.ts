import { useSyncExternalStore } from 'react'
import type { Appearance } from '../ui/theme.ts'

const dark = '(prefers-color-scheme: dark)'

/** Light or dark as the machine is set; high contrast is the browser's own doing and needs no theme. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => (matchMedia(dark).matches ? 'dark' : 'light'))
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(dark)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
