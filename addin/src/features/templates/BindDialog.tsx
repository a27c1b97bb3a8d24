import { Field, Select } from '@fluentui/react-components'
import { toA1 } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Template, TemplatesApi } from '../../api/templates.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { headText } from './Columns.tsx'

export interface TemplateDialogProps {
  readonly api: TemplatesApi
  readonly template: Template
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Rows in which heads stand. */
const headRows = 10
const nowhere = '-'

/** Says in which cell of the annex the head of a column stands, or that the annex has none. */
export function BindDialog({
  api,
  template,
  column,
  onDone,
  onClose,
  onLapse,
}: TemplateDialogProps & { readonly column: string }) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const { binding, unfound, annex } = template
  const bound = binding.columns.find((one) => one.column === column)
  const missing = unfound.find((one) => one.column === column)
  const [address, setAddress] = useState(bound?.address ?? missing?.nearest[0]?.address ?? '')
  const cells = (annex.find(({ name }) => name === binding.sheet)?.cells ?? [])
    .filter(({ row, value }) => row < headRows && typeof value === 'string' && value.trim() !== '')
    .map(({ row, column: at, value }) => ({ address: toA1(row, at), text: String(value).slice(0, 40) }))
  const choices = cells.some((one) => one.address === address) || !bound ? cells : [bound, ...cells]
  return (
    <ActDialog
      title={t('templates.placeOf', { head: headText((bound ?? missing)?.head ?? [column]) })}
      text={t('templates.placeText')}
      confirm={t('templates.save')}
      acting={acting}
      ready={address !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.bind(template.id, column, address === nowhere ? null : address)).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <Field label={t('templates.cell')} required>
        <Select value={address} onChange={(_, { value }) => setAddress(value)}>
          <option value="">{t('choose')}</option>
          {choices.map((one) => (
            <option key={one.address} value={one.address}>
              {`${one.address} ${one.text}`}
            </option>
          ))}
          <option value={nowhere}>{t('templates.nowhere')}</option>
        </Select>
      </Field>
    </ActDialog>
  )
}
