import { useSyncExternalStore } from 'react'
import type { Appearance } from './theme.ts'

const query = '(prefers-color-scheme: dark)'

/** Light or dark, as the system is set. */
export function useSystemAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => (matches() ? 'dark' : 'light'))
}

function subscribe(listener: () => void): () => void {
  const media = typeof matchMedia === 'function' ? matchMedia(query) : undefined
  media?.addEventListener('change', listener)
  return () => media?.removeEventListener('change', listener)
}

function matches(): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches
}
