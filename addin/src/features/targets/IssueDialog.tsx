import { Field, Input, Textarea } from '@fluentui/react-components'
import type { Unit } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { TargetKey } from '../../api/targets.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { momentOf } from '../../ui/moment.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { DraftDialogProps } from './ApproveDialog.tsx'
import { cellFaults } from './cell-faults.ts'

interface IssueDialogProps extends DraftDialogProps {
  readonly keys: readonly TargetKey[]
  readonly units: readonly Unit[]
  readonly now: () => number
}

/** 下达: the document, and the first day on which the targets count. */
export function IssueDialog({ api, draft, keys, units, now, onDone, onClose, onLapse }: IssueDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [document, setDocument] = useState('')
  const [effectiveFrom, setEffectiveFrom] = useState(() => momentOf(now()).date)
  const [note, setNote] = useState('')
  const faults = acting.step === 'refused' ? cellFaults(acting.error, keys, units) : []
  return (
    <ActDialog
      title={t('targets.issueDialog', { number: draft.number })}
      text={t('targets.issueText')}
      confirm={t('targets.issue')}
      acting={acting}
      ready={document.trim() !== '' && effectiveFrom !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() =>
          api.putInForce(draft.number, { document, effectiveFrom, note: note.trim() === '' ? null : note }),
        ).then((answer) => answer !== undefined && onDone())
      }
    >
      {faults.length > 0 && (
        <ul>
          {faults.map(({ unit, key, place, message }) => (
            <li key={`${unit} ${key}`}>{t('targets.fault', { place, message })}</li>
          ))}
        </ul>
      )}
      <TextField label={t('document')} hint={t('targets.documentHint')} value={document} onChange={setDocument} />
      <Field label={t('targets.effectiveFrom')} hint={t('targets.effectiveHint')} required>
        <Input type="date" value={effectiveFrom} onChange={(_, { value }) => setEffectiveFrom(value)} />
      </Field>
      <Field label={t('targets.note')}>
        <Textarea value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ActDialog>
  )
}
