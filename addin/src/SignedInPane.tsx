import { useEffect, useMemo } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import type { Api } from './api/client.ts'
import type { Keep } from './api/keep.ts'
import { ClerkDesk } from './ClerkDesk.tsx'
import { DeskNotOpen } from './DeskNotOpen.tsx'
import { DeskHeader } from './features/desk/DeskHeader.tsx'
import { DeskOpening } from './features/desk/DeskStates.tsx'
import { useDesk } from './features/desk/use-desk.ts'
import { laterFilling } from './features/filling/later.ts'
import type { Session } from './features/session/session.ts'
import { laterDesk } from './features/desk/later.ts'
import { laterSubmitting } from './features/submitting/later.ts'
import { EmptyState } from './ui/EmptyState.tsx'
import { fetchWhenIdle, laterChunk } from './ui/later-chunk.ts'
import { laterPart } from './ui/later-part.tsx'
import type { ReportSheets } from './workbook/report-sheets.ts'
import type { Workbook } from './workbook/workbook.ts'

// The clerk's pane, which most people open, carries none of the other desks.
const laterOffice = laterChunk(() => import('./OfficeDesk.tsx'))
const OfficeDesk = laterPart(laterOffice, (parts) => parts.OfficeDesk, <DeskOpening />)
const laterVerifier = laterChunk(() => import('./features/verifying/VerifierDesk.tsx'))
const VerifierDesk = laterPart(laterVerifier, (parts) => parts.VerifierDesk, <DeskOpening />)

export interface PaneDeps {
  readonly workbook: Workbook
  readonly reportSheets: ReportSheets
  readonly api: Api
  readonly keep: Keep
  /** Milliseconds by the clock of this machine. */
  readonly now: () => number
  readonly newId: () => string
  /** Opens a form that is not in the open workbook, where the page around the pane can do that. */
  readonly onOpenForm?: ((form: string) => void) | undefined
}

interface SignedInPaneProps {
  readonly deps: PaneDeps
  readonly session: Session
  readonly onLapse: () => void
  readonly onRenew: (token: string) => void
  readonly onSignOut: () => void
}

/** What somebody who signed in gets to see: by role, clerk, office or verifier. */
export function SignedInPane({ deps, session, onLapse, onRenew, onSignOut }: SignedInPaneProps) {
  const { t, texts } = useTranslation()
  const { workbook, reportSheets, keep, now, newId } = deps
  const { username, token } = session
  const api = useMemo(() => deps.api.signedIn(token), [deps.api, token])
  const { state, reopen } = useDesk({ api, keep, username, now, onLapse })

  const isClerk = state.step === 'open' && state.desk.me.account.role === 'clerk'
  const language = texts.language()
  useEffect(() => {
    if (!isClerk) return
    const words = [() => texts.fetch('submitting'), () => texts.fetch('filling')]
    return fetchWhenIdle([laterDesk.fetch, laterSubmitting.fetch, laterFilling.fetch, ...words])
  }, [isClerk, texts, language])

  if (state.step !== 'open') return <DeskNotOpen {...{ state, api, onRenew, onSignOut }} onRetry={reopen} />
  const { desk } = state
  const { account, campaign, windows, window } = desk.me
  const header = <DeskHeader desk={desk} now={now} onSignOut={onSignOut} />
  switch (account.role) {
    case 'clerk':
      return desk.standing ? (
        <ClerkDesk
          desk={desk}
          standing={desk.standing}
          workbook={workbook}
          api={api}
          keep={keep}
          username={username}
          now={now}
          newId={newId}
          onOpenForm={deps.onOpenForm}
          onLapse={onLapse}
          onReopen={reopen}
          onSignOut={onSignOut}
        />
      ) : (
        <>
          {header}
          <EmptyState icon="?" title={t('verifier.noUnit')} />
        </>
      )
    case 'leader':
    case 'office':
    case 'verifier': {
      const shared = {
        api,
        keep,
        pack: desk.pack,
        units: desk.units,
        campaign: campaign.title,
        windows,
        current: window,
        account,
        book: { workbook, reportSheets },
        now: () => Date.parse(desk.me.clock.now) + now() - desk.fetchedAt,
        onLapse,
      }
      return (
        <>
          {header}
          {account.role === 'verifier' ? (
            <VerifierDesk {...shared} />
          ) : (
            <OfficeDesk {...shared} mayChange={account.role === 'office'} />
          )}
        </>
      )
    }
  }
}
