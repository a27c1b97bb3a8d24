import { useAppStyles } from './App.styles.ts'
import { NewerBuild } from './features/desk/NewerBuild.tsx'
import { SessionGate } from './features/session/SessionGate.tsx'
import type { SessionStore } from './features/session/session.ts'
import { SignedInPane, type PaneDeps } from './SignedInPane.tsx'
import { Crashed } from './ui/Crashed.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import type { HostAppearance } from './ui/host-appearance.ts'
import type { PreferenceStore } from './ui/preferences.ts'
import { Surroundings } from './ui/Surroundings.tsx'

interface AppProps extends PaneDeps {
  readonly sessions: SessionStore
  readonly preferences: PreferenceStore
  /** What the host says it looks like; without it the system decides. */
  readonly host?: HostAppearance | undefined
  /** Does the service hand out a newer pane? */
  readonly isNewer?: (() => Promise<boolean>) | undefined
  readonly onReload?: (() => void) | undefined
}

/** The pane: its surroundings, the boundary for bugs, who is signed in. */
export function App({ sessions, preferences, host, isNewer, onReload, ...deps }: AppProps) {
  const styles = useAppStyles()
  return (
    <Surroundings preferences={preferences} host={host}>
      <div className={styles.root}>
        <ErrorBoundary fallback={(error, again) => <Crashed error={error} onAgain={again} />}>
          {isNewer && onReload && <NewerBuild isNewer={isNewer} onReload={onReload} />}
          <SessionGate api={deps.api} store={sessions} now={deps.now}>
            {({ session, lapse, renew, signOut }) => (
              <SignedInPane
                key={session.username}
                deps={deps}
                session={session}
                onLapse={lapse}
                onRenew={renew}
                onSignOut={signOut}
              />
            )}
          </SessionGate>
        </ErrorBoundary>
      </div>
    </Surroundings>
  )
}
