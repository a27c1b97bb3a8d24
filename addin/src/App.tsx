import { FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { SessionGate } from './features/session/SessionGate.tsx'
import type { SessionStore } from './features/session/session.ts'
import { createTexts } from './i18n/i18n.ts'
import { SignedInPane, type PaneDeps } from './SignedInPane.tsx'
import { Crashed } from './ui/Crashed.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { useAppStyles } from './App.styles.ts'
import { themeOf, type Appearance } from './ui/theme.ts'
import { useSystemAppearance } from './ui/use-system-appearance.ts'

interface AppProps extends PaneDeps {
  readonly sessions: SessionStore
  /** What the host says it looks like; without it the system decides. */
  readonly appearance?: Appearance | undefined
}

/** The pane: texts, theme, the boundary for bugs, who is signed in. */
export function App({ sessions, appearance, ...deps }: AppProps) {
  const styles = useAppStyles()
  const [texts] = useState(() => createTexts())
  const system = useSystemAppearance()
  return (
    <I18nextProvider i18n={texts}>
      {/* No class here: Fluent gives it to every tooltip's layer, too, which would then cover the page. */}
      <FluentProvider theme={themeOf(appearance ?? system)} style={{ height: '100%' }}>
        <div className={styles.root}>
          <ErrorBoundary fallback={(error, again) => <Crashed error={error} onAgain={again} />}>
            <SessionGate api={deps.api} store={sessions} now={deps.now}>
              {({ session, lapse, signOut }) => (
                <SignedInPane
                  key={session.username}
                  deps={deps}
                  session={session}
                  onLapse={lapse}
                  onSignOut={signOut}
                />
              )}
            </SessionGate>
          </ErrorBoundary>
        </div>
      </FluentProvider>
    </I18nextProvider>
  )
}
