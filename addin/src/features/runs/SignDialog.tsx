import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, Run } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { openTies } from './awards.ts'

export interface StepDialogProps {
  readonly run: Run
  readonly api: OfficeApi
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** 签发: from here on nothing of the run changes. */
export function SignDialog({ run, api, onDone, onClose, onLapse }: StepDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [decider, setDecider] = useState('')
  const [document, setDocument] = useState('')
  const ties = openTies(run)
  return (
    <ActDialog
      title={t('runs.signTitle', { number: run.number })}
      text={t('runs.signText', { now: run.budget.now })}
      confirm={t('runs.sign')}
      acting={acting}
      ready={decider.trim() !== '' && document.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.sign(run.number, { decider, document })).then((answer) => answer !== undefined && onDone())
      }
    >
      {ties > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('runs.signWarn', { count: ties })}</MessageBarBody>
        </MessageBar>
      )}
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('document')} value={document} onChange={setDocument} />
    </ActDialog>
  )
}
