import { Field, Select } from '@fluentui/react-components'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface RecordDialogProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Records a finding. All of it is asked for: a veto without evidence and decider is none. */
export function RecordDialog({ api, pack, units, onDone, onClose, onLapse }: RecordDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [finding, setFinding] = useState({ unit: '', veto: '', evidence: '', document: '', decider: '' })
  const put = (field: keyof typeof finding) => (value: string) =>
    setFinding((before) => ({ ...before, [field]: value }))
  const veto = pack.vetoes.find(({ id }) => id === finding.veto)
  const pick = (id: string) => {
    const next = pack.vetoes.find((one) => one.id === id)
    // Who decides is the pack's; it may still be written otherwise.
    setFinding((before) => ({ ...before, veto: id, decider: before.decider || (next?.decider ?? '') }))
  }
  return (
    <ActDialog
      title={t('findings.new')}
      confirm={t('findings.new')}
      acting={acting}
      ready={Object.values(finding).every((value) => value.trim() !== '')}
      onClose={onClose}
      onConfirm={() => void act(() => api.record(finding)).then((answer) => answer !== undefined && onDone())}
    >
      <Field label={t('findings.unit')} required>
        <Select value={finding.unit} onChange={(_, { value }) => put('unit')(value)}>
          <option value="">{t('choose')}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('findings.veto')} required hint={veto ? t(`findings.effect.${veto.effect}`) : null}>
        <Select value={finding.veto} onChange={(_, { value }) => pick(value)}>
          <option value="">{t('choose')}</option>
          {pack.vetoes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <TextField
        label={t('findings.evidence')}
        {...(veto ? { hint: t('findings.evidenceHint', { evidence: veto.evidence }) } : {})}
        value={finding.evidence}
        onChange={put('evidence')}
        long
      />
      <TextField label={t('document')} value={finding.document} onChange={put('document')} />
      <TextField label={t('decider')} hint={t('deciderHint')} value={finding.decider} onChange={put('decider')} />
    </ActDialog>
  )
}
