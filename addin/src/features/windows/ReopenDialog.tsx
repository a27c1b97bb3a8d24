import { Button, Checkbox, Field, Input, Label, makeStyles, tokens } from '@fluentui/react-components'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, OfficeWindow } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { momentOf } from '../../ui/moment.ts'
import { TextField } from '../../ui/TextField.tsx'

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
    maxHeight: '180px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

interface ReopenDialogProps {
  readonly api: OfficeApi
  readonly window: OfficeWindow
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly now: () => number
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

const threeDays = 3 * 24 * 60 * 60 * 1000

/** Lets some units hand in some forms for a closed window after all: who decided, why, for whom, until when. */
export function ReopenDialog({ api, window, pack, units, now, onDone, onClose, onLapse }: ReopenDialogProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [chosenUnits, setUnits] = useState<readonly string[]>([])
  const [chosenForms, setForms] = useState<readonly string[]>([])
  const [decider, setDecider] = useState('')
  const [reason, setReason] = useState('')
  const [expires, setExpires] = useState(() => `${momentOf(now() + threeDays).date}T17:30`)
  const ready =
    chosenUnits.length > 0 && chosenForms.length > 0 && decider.trim() !== '' && reason.trim() !== '' && expires !== ''

  const confirm = () =>
    act(() =>
      api.reopen(window.id, {
        units: [...chosenUnits],
        forms: [...chosenForms],
        decider,
        reason,
        expires: `${expires}:00+08:00`,
      }),
    )
  return (
    <ActDialog
      title={t('windows.reopenTitle', { window: window.title })}
      text={t('windows.reopenText')}
      confirm={t('windows.reopen')}
      acting={acting}
      ready={ready}
      onClose={onClose}
      onConfirm={() => void confirm().then((answer) => answer !== undefined && onDone())}
    >
      <div>
        <Label required>{t('windows.units')}</Label>
        <div className={styles.choices} role="group" aria-label={t('windows.units')}>
          {units.map(({ id, name }) => (
            <Choice key={id} label={name} id={id} chosen={chosenUnits} onChange={setUnits} />
          ))}
        </div>
      </div>
      <div>
        <Button size="small" onClick={() => setUnits(units.map(({ id }) => id))}>
          {t('windows.allUnits')}
        </Button>
      </div>
      <div>
        <Label required>{t('windows.forms')}</Label>
        <div className={styles.choices} role="group" aria-label={t('windows.forms')}>
          {pack.forms.map(({ id, annex }) => (
            <Choice key={id} label={annex} id={id} chosen={chosenForms} onChange={setForms} />
          ))}
        </div>
      </div>
      <Field label={t('windows.expires')} hint={t('windows.expiresHint')} required>
        <Input type="datetime-local" value={expires} onChange={(_, { value }) => setExpires(value)} />
      </Field>
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly id: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Choice({ label, id, chosen, onChange }: ChoiceProps) {
  return (
    <Checkbox
      label={label}
      checked={chosen.includes(id)}
      onChange={(_, { checked }) => onChange(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id))}
    />
  )
}
