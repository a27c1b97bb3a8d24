import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from '../i18n/use-translation.ts'
import type { ApiError } from '../api/client.ts'
import { refusalText } from './refusal-text.ts'

interface RefusedProps {
  readonly error: ApiError
  readonly onRetry?: (() => void) | undefined
}

/** Why the service gave nothing or took nothing, and the way to ask again. */
export function Refused({ error, onRetry }: RefusedProps) {
  const { t } = useTranslation()
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{refusalText(error, t)}</MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
