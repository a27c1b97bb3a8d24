import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { TemplateDialogProps } from './BindDialog.tsx'

/** Issues the form as a copy of the annex from now on; on wish its targets become a draft, in force for nobody yet. */
export function ConfirmDialog({ api, template, onDone, onClose, onLapse }: TemplateDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [document, setDocument] = useState('')
  const [drafts, setDrafts] = useState(false)
  const [title, setTitle] = useState('')
  const [sample, setSample] = useState(false)
  return (
    <ActDialog
      title={t('templates.confirmTitle', { name: template.name })}
      text={t('templates.confirmText')}
      confirm={t('templates.confirm')}
      acting={acting}
      ready={document.trim() !== '' && (!drafts || title.trim() !== '')}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.confirm(template.id, { document, targets: drafts ? { title, sample } : null })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <TextField label={t('document')} value={document} onChange={setDocument} />
      <Checkbox
        label={t('templates.draftTargets')}
        checked={drafts}
        onChange={(_, { checked }) => setDrafts(checked === true)}
      />
      {drafts && (
        <>
          <TextField label={t('targets.draftTitle')} value={title} onChange={setTitle} />
          <Checkbox
            label={t('targets.isSample')}
            checked={sample}
            onChange={(_, { checked }) => setSample(checked === true)}
          />
        </>
      )}
    </ActDialog>
  )
}
