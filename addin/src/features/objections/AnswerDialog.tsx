import { Body1, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { Objection, ObjectionAnswer, ObjectionsApi } from '../../api/objections.ts'
import { useAct } from '../../api/use-act.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

const useStyles = makeStyles({ words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } })

interface AnswerDialogProps {
  readonly api: ObjectionsApi
  readonly objection: Objection
  readonly title: string
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

const outcomes = ['upheld', 'rejected'] as const

/** 采纳 or 维持, and why. Neither is chosen beforehand. */
export function AnswerDialog({ api, objection, title, onDone, onClose, onLapse }: AnswerDialogProps) {
  const styles = useStyles()
  const { t } = useTranslation('objections')
  const { acting, act } = useAct(onLapse)
  const [outcome, setOutcome] = useState<ObjectionAnswer['outcome'] | null>(null)
  const [answer, setAnswer] = useState('')
  const send = () =>
    outcome !== null &&
    void act(() => api.answer(objection.number, { outcome, answer })).then((done) => done !== undefined && onDone())
  return (
    <ActDialog
      title={`${t('answer')} · ${title}`}
      text={t('answerText')}
      confirm={t('answer')}
      acting={acting}
      ready={outcome !== null && answer.trim() !== ''}
      onClose={onClose}
      onConfirm={send}
    >
      <Body1 className={styles.words}>{objection.statement}</Body1>
      <Field label={t('outcome')} required>
        <RadioGroup value={outcome ?? ''} onChange={(_, { value }) => setOutcome(value as ObjectionAnswer['outcome'])}>
          {outcomes.map((one) => (
            <Radio key={one} value={one} label={t(`outcomes.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <TextField label={t('answerField')} value={answer} onChange={setAnswer} long />
    </ActDialog>
  )
}
