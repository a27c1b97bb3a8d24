import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { LibraryProject, ProjectsApi } from '../../api/projects.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export type Deciding = 'admit' | 'decline' | 'remove'

interface DecideDialogProps {
  readonly api: ProjectsApi
  readonly project: LibraryProject
  readonly deciding: Deciding
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** 入库、不予入库、移出: by whose decision and why. */
export function DecideDialog({ api, project, deciding, onDone, onClose, onLapse }: DecideDialogProps) {
  const { t } = useTranslation('projects')
  const { acting, act } = useAct(onLapse)
  const [decider, setDecider] = useState('')
  const [reason, setReason] = useState('')
  const confirm = () =>
    act(() =>
      deciding === 'remove'
        ? api.remove(project.number, { decider, reason })
        : api.admit(project.number, { admitted: deciding === 'admit', decider, reason }),
    )
  return (
    <ActDialog
      title={`${t(`decide.${deciding}`)} · ${project.name}`}
      text={t(`decideText.${deciding}`)}
      confirm={t(`decide.${deciding}`)}
      acting={acting}
      ready={decider.trim() !== '' && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() => void confirm().then((answer) => answer !== undefined && onDone())}
    >
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}
