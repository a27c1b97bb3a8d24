import { TableEdit24Regular } from '@fluentui/react-icons/svg/table-edit'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

/** Before anybody signed in: what will be here, and where to begin. */
export function SignedOut() {
  const { t } = useTranslation('workbench')
  return (
    <EmptyState
      icon={<TableEdit24Regular />}
      title={t('workbench.signedOut.title')}
      text={t('workbench.signedOut.text')}
    />
  )
}
