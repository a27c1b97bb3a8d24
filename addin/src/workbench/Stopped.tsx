import { Button } from '@fluentui/react-components'
import { PlugDisconnected24Regular } from '@fluentui/react-icons/svg/plug-disconnected'
import { useTranslation } from '../i18n/use-translation.ts'
import type { ApiError } from '../api/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { apiErrorText } from '../ui/error-text.ts'

interface StoppedProps {
  readonly error: ApiError
  readonly onRetry: () => void
}

/** The form could not be fetched: why, and once more. */
export function Stopped({ error, onRetry }: StoppedProps) {
  const { t } = useTranslation('workbench')
  return (
    <div role="alert">
      <EmptyState
        icon={<PlugDisconnected24Regular />}
        title={t('workbench.stopped.title')}
        text={apiErrorText(error, t)}
      >
        <Button appearance="primary" onClick={onRetry}>
          {t('workbench.stopped.again')}
        </Button>
      </EmptyState>
    </div>
  )
}
