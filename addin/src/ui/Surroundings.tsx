import { FluentProvider } from '@fluentui/react-components'
import { use, useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { FirstTexts } from '../i18n/texts.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { TextsContext } from '../i18n/use-translation.ts'
import type { HostAppearance } from './host-appearance.ts'
import { PreferencesContext, type PreferenceStore } from './preferences.ts'
import { themeOf } from './theme.ts'
import { useSystemAppearance } from './use-system-appearance.ts'

const noHost: HostAppearance = { current: () => undefined, subscribe: () => () => undefined }

interface SurroundingsProps {
  readonly preferences: PreferenceStore
  /** What the host says it looks like; without it the system decides. */
  readonly host?: HostAppearance | undefined
  /** What the page says besides the texts that every page has. */
  readonly texts?: FirstTexts | undefined
  readonly children: ReactNode
}

/** What every page of ours stands in: language, preferences, theme. The pane within the workbench stands in those of its page. */
export function Surroundings(props: SurroundingsProps) {
  return use(PreferencesContext) === props.preferences ? props.children : <OwnSurroundings {...props} />
}

function OwnSurroundings({ preferences, host = noHost, texts: first, children }: SurroundingsProps) {
  const { language } = useSyncExternalStore(preferences.subscribe, preferences.current)
  const texts = useTexts(language, first)
  const system = useSystemAppearance()
  const appearance = useSyncExternalStore(host.subscribe, host.current) ?? system
  // Of the page, because dialogs and menus lie beside its root: the browser's own calendars, lists and bars follow.
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = appearance === 'light' ? 'light' : 'dark'
  }, [appearance])
  if (!texts) return null
  return (
    <TextsContext value={texts}>
      <PreferencesContext value={preferences}>
        {/* No class here: Fluent gives it to every tooltip's layer, too, which would then cover the page. */}
        <FluentProvider theme={themeOf(appearance)} style={{ height: '100%' }}>
          {children}
        </FluentProvider>
      </PreferencesContext>
    </TextsContext>
  )
}
