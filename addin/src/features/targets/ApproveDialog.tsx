import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { DraftHead, TargetsApi } from '../../api/targets.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { momentOf } from '../../ui/moment.ts'
import { TextField } from '../../ui/TextField.tsx'

export interface DraftDialogProps {
  readonly api: TargetsApi
  readonly draft: Pick<DraftHead, 'number' | 'title'>
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

interface ApproveDialogProps extends DraftDialogProps {
  readonly now: () => number
  /** Pressed by the leading group itself; else the office enters its minutes. */
  readonly own: boolean
}

/** 审议通过: who decided it, by which minutes, on which day. */
export function ApproveDialog({ api, draft, now, own, onDone, onClose, onLapse }: ApproveDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [decider, setDecider] = useState('')
  const [minutes, setMinutes] = useState('')
  const [date, setDate] = useState(() => momentOf(now()).date)
  return (
    <ActDialog
      title={t('targets.approveTitle', { number: draft.number })}
      text={t(own ? 'targets.approveOwn' : 'targets.approveEntered')}
      confirm={t('targets.approve')}
      acting={acting}
      ready={decider.trim() !== '' && minutes.trim() !== '' && date !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.approve(draft.number, { decider, minutes, date })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('targets.minutes')} hint={t('targets.minutesHint')} value={minutes} onChange={setMinutes} />
      <Field label={t('targets.approvedOn')} required>
        <Input type="date" value={date} max={momentOf(now()).date} onChange={(_, { value }) => setDate(value)} />
      </Field>
    </ActDialog>
  )
}
