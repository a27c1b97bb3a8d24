import { createContext, useContext, useSyncExternalStore } from 'react'
import { languageOf, type Language } from '../i18n/language.ts'

/** How a person likes to read the pane on this machine. Nothing of it changes a figure. */
export interface Preferences {
  readonly language: Language
  /** Amounts in the unit of the form, or in 亿元. */
  readonly figures: 'as-issued' | 'yi'
}

export interface PreferenceStore {
  current(): Preferences
  subscribe(listener: () => void): () => void
  choose(change: Partial<Preferences>): void
}

const KEY = 'kaohe.preferences'

/** Kept on this machine. The language is the host's until a person chooses one. */
export function preferenceStore(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  hostLanguage: string | undefined,
): PreferenceStore {
  let kept = parse(storage.getItem(KEY))
  const all = (): Preferences => ({ language: languageOf(hostLanguage), figures: 'as-issued', ...kept })
  let current = all()
  const listeners = new Set<() => void>()
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose(change) {
      kept = { ...kept, ...change }
      current = all()
      storage.setItem(KEY, JSON.stringify(kept))
      for (const listener of [...listeners]) listener()
    },
  }
}

function parse(text: string | null): Partial<Preferences> {
  try {
    const { language, figures } = JSON.parse(text ?? '{}') as Partial<Record<keyof Preferences, unknown>>
    return {
      ...(language === 'zh-CN' || language === 'en-US' ? { language } : {}),
      ...(figures === 'as-issued' || figures === 'yi' ? { figures } : {}),
    }
  } catch {
    return {}
  }
}

export const PreferencesContext = createContext<PreferenceStore | null>(null)

/** The preferences as they are now, and the way to change them. */
export function usePreferences(): readonly [Preferences, PreferenceStore['choose']] {
  const store = useContext(PreferencesContext)
  if (!store) throw new Error('no preferences around this component')
  return [useSyncExternalStore(store.subscribe, store.current), store.choose]
}
