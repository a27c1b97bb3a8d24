import { createContext, use, useSyncExternalStore } from 'react'
import type { Texts } from './texts.ts'
import type { Namespace, TranslateOf } from './translate.ts'

/** What the components below speak. */
export const TextsContext = createContext<Texts | null>(null)

interface Translation<Of extends Namespace> {
  readonly t: TranslateOf<Of>
  readonly texts: Texts
}

/** Says texts of a namespace in the language spoken. A component whose texts are still on their way waits in its Suspense. */
export function useTranslation<Of extends Namespace = 'pane'>(namespace?: Of): Translation<Of>
export function useTranslation(namespace: Namespace = 'pane') {
  const texts = use(TextsContext)
  if (!texts) throw new Error('no texts around this component')
  useSyncExternalStore(texts.subscribe, texts.language)
  if (!texts.has(namespace)) throw texts.fetch(namespace)
  return { t: texts.of(namespace), texts }
}
