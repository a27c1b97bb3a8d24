import { Button } from '@fluentui/react-components'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Entry, IntakeApi } from '../../api/intake.ts'
import { useAct } from '../../api/use-act.ts'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'

interface MarkedButtonProps {
  readonly entry: Entry
  readonly batch: string
  readonly api: IntakeApi
  readonly onLapse: () => void
}

/** Saves a file with its wrong cells marked, to be sent back to the unit. */
export function MarkedButton({ entry: { seq, file }, batch, api, onLapse }: MarkedButtonProps) {
  const { t } = useTranslation('intake')
  const { acting, act } = useAct(onLapse)
  async function save() {
    const marked = await act(() => api.marked(batch, seq))
    if (marked) saveFile(marked, `${file.name.replace(/\.xlsx?$/i, '')}-${t('markedFile')}.xlsx`)
  }
  return (
    <div>
      <Button
        size="small"
        disabled={acting.step === 'busy'}
        icon={<DocumentArrowDown20Regular />}
        onClick={() => void save()}
      >
        {t('marked')}
      </Button>
      {acting.step === 'refused' && <Refused error={acting.error} />}
    </div>
  )
}
