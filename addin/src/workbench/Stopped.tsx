import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '../api/client.ts'
import { apiErrorText } from '../ui/error-text.ts'

const useStyles = makeStyles({
  stopped: {
    margin: 'auto',
    padding: '24px',
    maxWidth: '420px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground1,
  },
})

interface StoppedProps {
  readonly error: ApiError
  readonly onRetry: () => void
}

/** The form could not be fetched: why, and once more. */
export function Stopped({ error, onRetry }: StoppedProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <div className={styles.stopped} role="alert">
      <p>没有取到表格。{apiErrorText(error, t)}</p>
      <Button appearance="primary" onClick={onRetry}>
        再试一次
      </Button>
    </div>
  )
}
