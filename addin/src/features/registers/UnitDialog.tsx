import { Field, Input, Select } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useState } from 'react'
import type { RegisteredUnit, RegistersApi, UnitChange } from '../../api/registers.ts'
import { useAct } from '../../api/use-act.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

const kinds = ['town', 'department', 'stationed', 'other'] as const

interface UnitDialogProps {
  readonly api: RegistersApi
  readonly pack: Pack
  /** Null: one that is not in the register yet. */
  readonly unit: RegisteredUnit | null
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Enters a unit into the register, or changes its entry: with who decided it and by which document. */
export function UnitDialog({ api, pack, unit, onDone, onClose, onLapse }: UnitDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [id, setId] = useState('')
  const [entry, setEntry] = useState(() => entryOf(unit, pack))
  const put = (part: Partial<typeof entry>) => setEntry((before) => ({ ...before, ...part }))
  const { name, kind, pool, order, from, to, decider, document } = entry
  const change: UnitChange = { ...entry, order: Number(order), from: from || null, to: to || null }
  const send = () =>
    void act(() => (unit ? api.changeUnit(unit.id, change) : api.addUnit({ ...change, id }))).then(
      (answer) => answer !== undefined && onDone(),
    )
  const given = [...(unit ? [] : [id]), name, order, decider, document]
  return (
    <ActDialog
      title={unit ? t('registers.entry.changeTitle', { unit: unit.name }) : t('registers.entry.new')}
      text={t(unit ? 'registers.entry.changeText' : 'registers.entry.newText')}
      confirm={t(unit ? 'registers.entry.change' : 'registers.entry.new')}
      acting={acting}
      ready={given.every((text) => text.trim() !== '') && /^\d{1,3}$/.test(order)}
      onClose={onClose}
      onConfirm={send}
    >
      {!unit && (
        <TextField label={t('registers.entry.id')} hint={t('registers.entry.idHint')} value={id} onChange={setId} />
      )}
      <TextField label={t('registers.entry.name')} value={name} onChange={(text) => put({ name: text })} />
      <Field label={t('registers.entry.kindLabel')} required>
        <Select value={kind} onChange={(_, { value }) => put({ kind: kinds.find((one) => one === value) ?? 'other' })}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`registers.kind.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('registers.entry.poolLabel')} required>
        <Select value={pool ?? ''} onChange={(_, { value }) => put({ pool: value || null })}>
          {pack.pools.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
          <option value="">{t('registers.noPool')}</option>
        </Select>
      </Field>
      <TextField
        label={t('registers.entry.orderLabel')}
        hint={t('registers.entry.orderHint')}
        value={order}
        onChange={(text) => put({ order: text })}
      />
      <Field label={t('registers.entry.fromLabel')} hint={t('registers.entry.dayHint')}>
        <Input type="date" value={from} onChange={(_, { value }) => put({ from: value })} />
      </Field>
      <Field label={t('registers.entry.toLabel')} hint={t('registers.entry.dayHint')}>
        <Input type="date" value={to} onChange={(_, { value }) => put({ to: value })} />
      </Field>
      <TextField
        label={t('decider')}
        hint={t('deciderHint')}
        value={decider}
        onChange={(text) => put({ decider: text })}
      />
      <TextField label={t('document')} value={document} onChange={(text) => put({ document: text })} />
    </ActDialog>
  )
}

/** The entry as it is typed: an empty day is no bound. */
function entryOf(unit: RegisteredUnit | null, pack: Pack) {
  return {
    name: unit?.name ?? '',
    kind: unit?.kind ?? ('town' as const),
    pool: unit ? unit.pool : (pack.pools[0]?.id ?? null),
    order: unit ? unit.order.toString() : '',
    from: unit?.from ?? '',
    to: unit?.to ?? '',
    decider: '',
    document: '',
  }
}
