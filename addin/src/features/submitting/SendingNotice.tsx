import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { momentText } from '../../ui/moment.ts'
import type { OutboxItem } from './outbox.ts'
import type { Submitting } from './use-submitting.ts'

export interface SendingNoticeProps {
  readonly state: Submitting
  readonly onResend: () => void
  readonly onDrop: (item: OutboxItem) => void
  readonly onDismiss: () => void
}

/** What became of a report after the press, while it is not received: on its way, waiting here, or turned down and why. */
export function SendingNotice({ state, onResend, onDrop, onDismiss }: SendingNoticeProps) {
  const { t } = useTranslation('submitting')
  switch (state.step) {
    case 'idle':
    case 'received':
      return null
    case 'sending':
      return (
        <MessageBar icon={<Spinner size="extra-tiny" />}>
          <MessageBarBody>{t('submit.sending')}</MessageBarBody>
        </MessageBar>
      )
    case 'received-for-another':
      return (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {t('outbox.another', { form: state.formTitle, number: state.receipt.number })}
          </MessageBarBody>
          <Dismiss onDismiss={onDismiss} />
        </MessageBar>
      )
    case 'unsaved':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('submit.cannotSave')}</MessageBarBody>
          <Dismiss onDismiss={onDismiss} />
        </MessageBar>
      )
    case 'waiting': {
      const [first] = state.items
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('outbox.title', { count: state.items.length })}</MessageBarTitle>
            {waitingText(state.why, t)}
            {state.items.map((item) => (
              <div key={item.key}>
                {t('outbox.item', { form: item.formTitle, time: momentText(new Date(item.savedAt).toISOString()) })}
              </div>
            ))}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onResend}>
              {t('outbox.resend')}
            </Button>
            {first && (
              <Button size="small" appearance="subtle" onClick={() => onDrop(first)}>
                {t('outbox.drop')}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )
    }
    case 'refused': {
      const { type, code } = state.refused
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t(`outbox.problem.${type}`, { type: code })}</MessageBarBody>
          <Dismiss onDismiss={onDismiss} />
        </MessageBar>
      )
    }
  }
}

function waitingText(why: Extract<Submitting, { step: 'waiting' }>['why'], t: TranslateOf<'submitting'>): string {
  return why === 'offline' ? t('outbox.offline') : t(`outbox.problem.${why}`)
}

function Dismiss({ onDismiss }: { readonly onDismiss: () => void }) {
  const { t } = useTranslation()
  return (
    <MessageBarActions
      containerAction={
        <Button
          appearance="transparent"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label={t('app.close')}
          onClick={onDismiss}
        />
      }
    />
  )
}
