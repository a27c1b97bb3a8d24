import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  Link,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Api } from '../../api/client.ts'
import { LanguageLink } from '../../ui/LanguageLink.tsx'
import type { Session, SessionStore } from './session.ts'
import { SignIn } from './SignIn.tsx'
import { useSession } from './use-session.ts'

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    // In the middle, and to be scrolled from the top where there is little room: `center` would cut the top off.
    '& > *': { flexShrink: 0 },
    '& > :first-child': { marginTop: 'auto' },
    '& > :last-child': { marginBottom: 'auto' },
    padding: tokens.spacingHorizontalXL,
    width: '100%',
    maxWidth: '400px',
    margin: '0 auto',
    boxSizing: 'border-box',
  },
  brand: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  name: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightBold,
    letterSpacing: '0.12em',
    color: tokens.colorBrandForeground1,
  },
  tagline: { color: tokens.colorNeutralForeground3 },
})

interface SessionGateProps {
  readonly api: Api
  readonly store: SessionStore
  readonly now: () => number
  readonly children: (signedIn: {
    readonly session: Session
    readonly lapse: () => void
    readonly renew: (token: string) => void
    readonly signOut: () => void
  }) => ReactNode
}

/** Lets nobody past who is not signed in. When a session lapses, what is on the screen stays until its owner is back. */
export function SessionGate({ api, store, now, children }: SessionGateProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { state, signIn, signOut, renew, lapse } = useSession(api, store, now)
  const onSignIn = (username: string, password: string) => void signIn(username, password)

  switch (state.step) {
    case 'signed-out':
    case 'signing-in':
      return (
        <div className={styles.page}>
          <div className={styles.brand}>
            <h1 className={styles.name}>{t('app.name')}</h1>
            <Text className={styles.tagline}>{t('app.tagline')}</Text>
          </div>
          <SignIn
            title={t('session.title')}
            hint={t('session.hint')}
            busy={state.step === 'signing-in'}
            error={state.step === 'signed-out' ? state.error : undefined}
            onSignIn={onSignIn}
          />
          <LanguageLink />
        </div>
      )
    case 'signed-in':
    case 'lapsed':
      return (
        <>
          {children({
            session: state.session,
            lapse,
            renew: (token) => renew(state.session.username, token),
            signOut,
          })}
          <Dialog open={state.step === 'lapsed'} modalType="alert">
            <DialogSurface aria-label={t('session.lapsed.title')}>
              <DialogBody>
                <DialogContent>
                  {state.step === 'lapsed' && (
                    <SignIn
                      username={state.session.username}
                      title={t('session.lapsed.title')}
                      hint={t('session.lapsed.text')}
                      busy={state.busy}
                      error={state.error}
                      onSignIn={onSignIn}
                    />
                  )}
                  <Link as="button" onClick={signOut}>
                    {t('session.lapsed.other')}
                  </Link>
                </DialogContent>
              </DialogBody>
            </DialogSurface>
          </Dialog>
        </>
      )
  }
}
