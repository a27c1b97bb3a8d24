import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import type { AccountDialogProps } from './AccountDialog.tsx'

/** Makes up another password for somebody who lost theirs. */
export function ResetDialog({ api, account, onDone, onClose, onLapse }: AccountDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const { username, name } = account
  return (
    <ActDialog
      title={t('registers.resetTitle', { name, username })}
      text={t('registers.resetText')}
      confirm={t('registers.reset')}
      acting={acting}
      ready
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.resetPassword(username)).then(
          (answer) => answer !== undefined && onDone({ username, password: answer.initialPassword }),
        )
      }
    />
  )
}
