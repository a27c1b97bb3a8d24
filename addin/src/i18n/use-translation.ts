import { createContext, use, useSyncExternalStore } from 'react'
import type { Texts } from './texts.ts'
import type { Namespace, Translate } from './translate.ts'

/** What the components below speak. */
export const TextsContext = createContext<Texts | null>(null)

interface Translation<Of extends Namespace> {
  readonly t: Translate<Of>
  readonly texts: Texts
}

/** Says texts of a namespace in the language spoken. A component whose texts are still on their way waits in its Suspense. */
export function useTranslation<Of extends Namespace = 'pane'>(namespace?: Of): Translation<Of>
export function useTranslation(namespace: Namespace = 'pane'): Translation<Namespace> {
  const texts = use(TextsContext)
  if (!texts) throw new Error('no texts around this component')
  useSyncExternalStore(texts.subscribe, texts.language)
  if (!texts.has(namespace)) throw texts.fetch(namespace)
  return { t: texts.of(namespace), texts }
}
