import { Caption1, Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Award, OfficeApi, Run } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { atCount, namesIn } from './awards.ts'

interface AwardDialogProps {
  readonly award: Award
  readonly run: Run
  readonly api: OfficeApi
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** How many win (2 or 3), who of those tied at the line, by whose decision and why. */
export function AwardDialog({ award, run, api, onDone, onClose, onLapse }: AwardDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [count, setCount] = useState(award.count)
  const [picked, setPicked] = useState<readonly string[]>(award.decision?.chosen ?? [])
  const [decider, setDecider] = useState(award.decision?.decider ?? '')
  const [reason, setReason] = useState(award.decision?.reason ?? '')
  const names = namesIn(run)
  const { sure, tied } = atCount(award, count)
  const chosen = picked.filter((unit) => tied.includes(unit))
  const left = count - sure.length - chosen.length
  const more = atCount(award, count).sure.filter((unit) => !atCount(award, award.least).sure.includes(unit))
  const counts = Array.from({ length: award.most - award.least + 1 }, (_, at) => award.least + at)
  return (
    <ActDialog
      title={t('runs.award.decideTitle', { title: award.title })}
      confirm={t('runs.award.decide')}
      acting={acting}
      ready={left >= 0 && decider.trim() !== '' && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.decideAward(run.number, award.award, { count, chosen: [...chosen], decider, reason })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      {counts.length > 1 && (
        <Field label={t('runs.award.countLabel')} required>
          <RadioGroup layout="horizontal" value={String(count)} onChange={(_, { value }) => setCount(Number(value))}>
            {counts.map((one) => (
              <Radio key={one} value={String(one)} label={t('runs.award.count', { count: one })} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {more.length > 0 && (
        <Caption1>
          {t('runs.award.extra', { unit: more.map((unit) => names.get(unit) ?? unit).join(t('comma')) })}
        </Caption1>
      )}
      {tied.length > 0 && (
        <Field label={t('runs.award.chooseLabel')} hint={t('runs.award.chooseHint', { left: Math.max(0, left) })}>
          <div role="group" aria-label={t('runs.award.chooseLabel')}>
            {tied.map((unit) => (
              <Checkbox
                key={unit}
                label={names.get(unit) ?? unit}
                checked={chosen.includes(unit)}
                disabled={!chosen.includes(unit) && left <= 0}
                onChange={(_, { checked }) =>
                  setPicked(checked === true ? [...chosen, unit] : chosen.filter((one) => one !== unit))
                }
              />
            ))}
          </div>
        </Field>
      )}
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}
