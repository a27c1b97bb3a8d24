import { FluentProvider } from '@fluentui/react-components'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { TextsContext } from '../i18n/use-translation.ts'
import { PreferencesContext, type PreferenceStore } from './preferences.ts'
import { themeOf, type Appearance } from './theme.ts'
import { useSystemAppearance } from './use-system-appearance.ts'

interface SurroundingsProps {
  readonly preferences: PreferenceStore
  /** What the host says it looks like; without it the system decides. */
  readonly appearance?: Appearance | undefined
  readonly children: ReactNode
}

/** What every page of ours stands in: language, preferences, theme. */
export function Surroundings({ preferences, appearance, children }: SurroundingsProps) {
  const { language } = useSyncExternalStore(preferences.subscribe, preferences.current)
  const texts = useTexts(language)
  const system = useSystemAppearance()
  if (!texts) return null
  return (
    <TextsContext value={texts}>
      <PreferencesContext value={preferences}>
        {/* No class here: Fluent gives it to every tooltip's layer, too, which would then cover the page. */}
        <FluentProvider theme={themeOf(appearance ?? system)} style={{ height: '100%' }}>
          {children}
        </FluentProvider>
      </PreferencesContext>
    </TextsContext>
  )
}
