import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { OpenedForm } from './open-form.ts'

/** Says once that what is on the sheet was typed earlier, or why it is not there. */
export function DraftNotice({ draft }: Pick<OpenedForm, 'draft'>) {
  const { t } = useTranslation('workbench')
  const [read, setRead] = useState(false)
  if (read || draft === 'none') return null
  return (
    <MessageBar intent={draft === 'restored' ? 'info' : 'warning'}>
      <MessageBarBody>{t(`workbench.draft.${draft}`)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={t('workbench.draft.read')}
            onClick={() => setRead(true)}
          />
        }
      />
    </MessageBar>
  )
}
