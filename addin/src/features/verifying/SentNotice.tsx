import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import { refusalText } from '../../ui/refusal-text.ts'
import type { Sending } from './use-verifying.ts'

interface SentNoticeProps {
  readonly sending: Sending
  readonly onDismiss: () => void
}

/** What became of the press on 提交. */
export function SentNotice({ sending, onDismiss }: SentNoticeProps) {
  const { t } = useTranslation('verifying')
  if (sending.step === 'idle' || sending.step === 'sending') return null
  const before = sending.decisions > 0 ? t('sent.before', { count: sending.decisions }) : ''
  const text = () => {
    switch (sending.step) {
      case 'sent':
        return t('sent.done', { count: sending.decisions })
      case 'outdated':
        return (
          t('sent.outdated', { units: sending.reports.map(({ unit }) => unit.name).join(t('told.comma')) }) + before
        )
      case 'refused':
        return t('sent.refused', { unit: sending.report.unit.name, why: refusalText(sending.error, t) }) + before
    }
  }
  const intent = sending.step === 'sent' ? 'success' : sending.step === 'outdated' ? 'warning' : 'error'
  return (
    <div role="status">
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody>{text()}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onDismiss}>
            {t('app.close')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
