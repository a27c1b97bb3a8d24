import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle1,
  tokens,
} from '@fluentui/react-components'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ApiError } from '../../api/client.ts'
import { apiErrorText } from '../../ui/error-text.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
})

interface SignInProps {
  /** Whose session lapsed: only that person goes on here. */
  readonly username?: string
  readonly title: string
  readonly hint: string
  readonly busy: boolean
  readonly error?: ApiError | undefined
  readonly onSignIn: (username: string, password: string) => void
}

export function SignIn({ username: known, title, hint, busy, error, onSignIn }: SignInProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [incomplete, setIncomplete] = useState(false)

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    const complete = username.trim() !== '' && password !== ''
    setIncomplete(!complete)
    if (complete) onSignIn(username.trim(), password)
  }

  const wrong = error?.kind === 'problem' && error.status === 401
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.title}>
          {title}
        </Subtitle1>
        <Caption1 className={styles.hint}>{hint}</Caption1>
      </div>
      {(error ?? incomplete) && (
        <MessageBar intent={incomplete ? 'warning' : 'error'} layout="multiline">
          <MessageBarBody>
            {incomplete || !error ? t('session.empty') : wrong ? t('error.wrongPassword') : apiErrorText(error, t)}
          </MessageBarBody>
        </MessageBar>
      )}
      <Field label={t('session.username')}>
        <Input
          value={username}
          onChange={(_, { value }) => setUsername(value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={known !== undefined}
        />
      </Field>
      <Field label={t('session.password')}>
        <Input
          type="password"
          value={password}
          onChange={(_, { value }) => setPassword(value)}
          autoComplete="current-password"
        />
      </Field>
      <Button type="submit" appearance="primary" disabled={busy} icon={busy ? <Spinner size="tiny" /> : null}>
        {busy ? t('session.busy') : t('session.submit')}
      </Button>
    </form>
  )
}
