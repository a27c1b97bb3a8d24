import { Field, Input } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Rectification, RectificationsApi } from '../../api/rectifications.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface FilingDialogProps {
  readonly api: RectificationsApi
  readonly pack: Pack
  readonly rectification: Rectification
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** What a unit states about a missed task: cause, measures, by when, 表态 and who signs. */
export function FilingDialog({ api, pack, rectification, onDone, onClose, onLapse }: FilingDialogProps) {
  const { t } = useTranslation('rectifications')
  const { acting, act } = useAct(onLapse)
  const { number, indicator, filing } = rectification
  const [cause, setCause] = useState(filing?.cause ?? '')
  const [measures, setMeasures] = useState(filing?.measures ?? '')
  const [completeBy, setCompleteBy] = useState(filing?.completeBy ?? '')
  const [statement, setStatement] = useState(filing?.statement ?? '')
  const [signatory, setSignatory] = useState(filing?.signatory ?? '')
  const given = { cause, measures, completeBy, statement, signatory }
  return (
    <ActDialog
      title={`${t('file')} · ${pack.indicators.find(({ id }) => id === indicator)?.title ?? indicator}`}
      text={t('fileText')}
      confirm={t('file')}
      acting={acting}
      ready={Object.values(given).every((text) => text.trim() !== '')}
      onClose={onClose}
      onConfirm={() => void act(() => api.fill(number, given)).then((answer) => answer !== undefined && onDone())}
    >
      <TextField label={t('cause')} value={cause} onChange={setCause} long />
      <TextField label={t('measures')} value={measures} onChange={setMeasures} long />
      <Field label={t('completeBy')} required>
        <Input type="date" value={completeBy} onChange={(_, { value }) => setCompleteBy(value)} />
      </Field>
      <TextField label={t('statement')} hint={t('statementHint')} value={statement} onChange={setStatement} long />
      <TextField label={t('signatory')} value={signatory} onChange={setSignatory} />
    </ActDialog>
  )
}
