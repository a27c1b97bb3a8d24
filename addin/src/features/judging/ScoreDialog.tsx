import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { JudgingApi, Panel } from '../../api/judging.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'

interface ScoreDialogProps {
  readonly api: JudgingApi
  readonly panel: Panel
  readonly unit: string
  readonly name: string
  /** What this judge gave before; it is replaced. */
  readonly before: Panel['given'][number] | undefined
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** A judge's points for one candidate, criterion by criterion. */
export function ScoreDialog({ api, panel, unit, name, before, onDone, onClose, onLapse }: ScoreDialogProps) {
  const { t } = useTranslation('judging')
  const { acting, act } = useAct(onLapse)
  const { criteria } = panel.rubric
  const [points, setPoints] = useState<Readonly<Record<string, string>>>(before?.points ?? {})
  const [note, setNote] = useState(before?.note ?? '')
  const trimmed = Object.fromEntries(criteria.map(({ id }) => [id, (points[id] ?? '').trim()]))
  const confirm = () =>
    act(() => api.score(panel.number, { unit, points: trimmed, ...(note.trim() && { note: note.trim() }) }))
  return (
    <ActDialog
      title={t('giveTitle', { unit: name })}
      text={t('giveText')}
      confirm={t('give')}
      acting={acting}
      ready={Object.values(trimmed).every((text) => text !== '')}
      onClose={onClose}
      onConfirm={() => void confirm().then((answer) => answer !== undefined && onDone())}
    >
      {criteria.map(({ id, title, most }) => (
        <Field key={id} label={title} hint={t('most', { most })} required>
          <Input
            inputMode="decimal"
            maxLength={20}
            value={points[id] ?? ''}
            onChange={(_, { value }) => setPoints({ ...points, [id]: value })}
          />
        </Field>
      ))}
      <Field label={t('note')}>
        <Textarea value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ActDialog>
  )
}
