import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import type { StepDialogProps } from './SignDialog.tsx'

/** 公布: all units see it, and it cannot be taken back. */
export function PublishDialog({ run, api, onDone, onClose, onLapse }: StepDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  return (
    <ActDialog
      title={t('runs.publishTitle', { number: run.number })}
      text={t('runs.publishText')}
      confirm={t('runs.publish')}
      acting={acting}
      ready
      onClose={onClose}
      onConfirm={() => void act(() => api.publish(run.number)).then((answer) => answer !== undefined && onDone())}
    />
  )
}
