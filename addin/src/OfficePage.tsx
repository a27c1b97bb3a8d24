import { Suspense, useMemo } from 'react'
import type { Api } from './api/client.ts'
import type { Keep } from './api/keep.ts'
import { useAppStyles } from './App.styles.ts'
import { BureauOffice } from './BureauOffice.tsx'
import { ClerkOffice } from './ClerkOffice.tsx'
import { DeskNotOpen } from './DeskNotOpen.tsx'
import { DeskHeader } from './features/desk/DeskHeader.tsx'
import { DeskOpening } from './features/desk/DeskStates.tsx'
import { NewerBuild } from './features/desk/NewerBuild.tsx'
import { useDesk } from './features/desk/use-desk.ts'
import { SessionGate } from './features/session/SessionGate.tsx'
import type { Session, SessionStore } from './features/session/session.ts'
import { OfficeDesk } from './OfficeDesk.tsx'
import { Crashed } from './ui/Crashed.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { PartComing } from './ui/PartComing.tsx'
import type { PreferenceStore } from './ui/preferences.ts'
import { Surroundings } from './ui/Surroundings.tsx'
import { useIsWide } from './ui/use-is-wide.ts'

interface OfficePageProps {
  readonly api: Api
  readonly keep: Keep
  readonly sessions: SessionStore
  readonly preferences: PreferenceStore
  readonly now: () => number
  /** Does the service hand out a newer page? */
  readonly isNewer?: (() => Promise<boolean>) | undefined
}

/** 办公台, a page of its own in a browser: the office's and the bureaus' desks without a workbook; for clerks what was published. */
export function OfficePage({ api, keep, sessions, preferences, now, isNewer }: OfficePageProps) {
  const styles = useAppStyles()
  return (
    <Surroundings preferences={preferences}>
      <div className={styles.root}>
        <ErrorBoundary fallback={(error, again) => <Crashed error={error} onAgain={again} />}>
          {isNewer && <NewerBuild isNewer={isNewer} onReload={() => location.reload()} />}
          <Suspense fallback={<Waiting />}>
            <SessionGate api={api} store={sessions} now={now}>
              {({ session, lapse, renew, signOut }) => (
                <SignedInOffice
                  key={session.username}
                  {...{ api, keep, now, session }}
                  onLapse={lapse}
                  onRenew={renew}
                  onSignOut={signOut}
                />
              )}
            </SessionGate>
          </Suspense>
        </ErrorBoundary>
      </div>
    </Surroundings>
  )
}

function Waiting() {
  return (
    <PartComing>
      <DeskOpening />
    </PartComing>
  )
}

interface SignedInOfficeProps extends Pick<OfficePageProps, 'api' | 'keep' | 'now'> {
  readonly session: Session
  readonly onLapse: () => void
  readonly onRenew: (token: string) => void
  readonly onSignOut: () => void
}

function SignedInOffice({ api: service, keep, now, session, onLapse, onRenew, onSignOut }: SignedInOfficeProps) {
  const { username, token } = session
  const wide = useIsWide()
  const api = useMemo(() => service.signedIn(token), [service, token])
  const { state, reopen } = useDesk({ api, keep, username, now, onLapse })

  if (state.step !== 'open') return <DeskNotOpen {...{ state, api, onRenew, onSignOut }} onRetry={reopen} />
  const { desk } = state
  const { me, pack, units } = desk
  const shared = {
    api,
    keep,
    pack,
    units,
    campaign: me.campaign.title,
    windows: me.windows,
    current: me.window,
    account: me.account,
    book: null,
    now: () => Date.parse(me.clock.now) + now() - desk.fetchedAt,
    onLapse,
  }
  return (
    <>
      <DeskHeader desk={desk} now={now} onSignOut={onSignOut} />
      {(me.account.role === 'office' || me.account.role === 'leader') && (
        <OfficeDesk {...shared} wide={wide} mayChange={me.account.role === 'office'} />
      )}
      {me.account.role === 'verifier' && <BureauOffice {...shared} bureau={me.account.unit?.id ?? null} />}
      {me.account.role === 'clerk' && <ClerkOffice {...{ api, keep, pack, units, me, onLapse }} now={shared.now} />}
    </>
  )
}
