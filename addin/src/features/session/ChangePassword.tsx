import { Button, Caption1, Field, Input, makeStyles, Spinner, Subtitle1, tokens } from '@fluentui/react-components'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SignedInApi } from '../../api/client.ts'
import { useAct } from '../../api/use-act.ts'
import { Refused } from '../../ui/Refused.tsx'
import { shortestPassword } from './own-password.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '100%',
    maxWidth: '400px',
    margin: 'auto',
    padding: tokens.spacingHorizontalXL,
    boxSizing: 'border-box',
  },
  hint: { color: tokens.colorNeutralForeground2 },
})

interface ChangePasswordProps {
  readonly api: Pick<SignedInApi, 'ask'>
  readonly onChanged: (token: string) => void
  readonly onSignOut: () => void
}

/** The first sign-in with a password from the office ends here until the person has one of their own. */
export function ChangePassword({ api, onChanged, onSignOut }: ChangePasswordProps) {
  const styles = useStyles()
  const { t } = useTranslation('entrance')
  const { acting, act } = useAct(onSignOut)
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [again, setAgain] = useState('')
  const short = newPassword !== '' && newPassword.length < shortestPassword
  const differs = again !== '' && again !== newPassword
  const ready = currentPassword !== '' && newPassword.length >= shortestPassword && again === newPassword
  const busy = acting.step === 'busy'

  async function change(event: SyntheticEvent) {
    event.preventDefault()
    if (!ready || busy) return
    const answer = await act(() =>
      api.ask<{ readonly token: string }>(({ auth }) =>
        auth.password.$post({ json: { currentPassword, newPassword } }),
      ),
    )
    if (answer) onChanged(answer.token)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void change(event)} noValidate>
      <Subtitle1 as="h2">{t('own.title')}</Subtitle1>
      <Caption1 className={styles.hint}>{t('own.hint', { count: shortestPassword })}</Caption1>
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <Field label={t('own.current')} required>
        <Input
          type="password"
          autoComplete="current-password"
          value={currentPassword}
          onChange={(_, { value }) => setCurrent(value)}
        />
      </Field>
      <Field
        label={t('own.fresh')}
        required
        validationState={short ? 'error' : 'none'}
        validationMessage={short ? t('own.short', { count: shortestPassword }) : null}
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={newPassword}
          onChange={(_, { value }) => setNew(value)}
        />
      </Field>
      <Field
        label={t('own.again')}
        required
        validationState={differs ? 'error' : 'none'}
        validationMessage={differs ? t('own.differs') : null}
      >
        <Input type="password" autoComplete="new-password" value={again} onChange={(_, { value }) => setAgain(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={!ready || busy} icon={busy ? <Spinner size="tiny" /> : null}>
        {t('own.change')}
      </Button>
      <Button appearance="subtle" onClick={onSignOut}>
        {t('app.signOut')}
      </Button>
    </form>
  )
}
