import { Caption1, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ProjectsApi } from '../../api/projects.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { readPastedList } from './pasted-list.ts'

interface EnterDialogProps {
  readonly api: ProjectsApi
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Enters lines of the 入统名录 as they are copied from a sheet. None is entered while one cannot be read. */
export function EnterDialog({ api, onClose, onLapse }: EnterDialogProps) {
  const { t } = useTranslation('projects')
  const { acting, act } = useAct(onLapse)
  const [text, setText] = useState('')
  const { entries, faults } = readPastedList(text)
  const tooMany = entries.length > 2000
  return (
    <ActDialog
      title={t('enter.button')}
      text={t('enter.text')}
      confirm={t('enter.confirm', { count: entries.length })}
      acting={acting}
      ready={entries.length > 0 && faults.length === 0 && !tooMany}
      onClose={onClose}
      onConfirm={() => void act(() => api.register(entries)).then((answer) => answer !== undefined && onClose())}
    >
      <Field label={t('enter.label')} required>
        <Textarea
          rows={8}
          resize="vertical"
          value={text}
          placeholder={t('enter.placeholder')}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {faults.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {faults.slice(0, 5).map(({ line, why }) => (
              <div key={line}>{t(`enter.fault.${why}`, { line })}</div>
            ))}
            {faults.length > 5 && t('enter.moreFaults', { count: faults.length - 5 })}
          </MessageBarBody>
        </MessageBar>
      )}
      {tooMany && <Caption1>{t('enter.tooMany')}</Caption1>}
    </ActDialog>
  )
}
