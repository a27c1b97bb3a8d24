import { Link } from '@fluentui/react-components'
import { DocumentError24Regular } from '@fluentui/react-icons/svg/document-error'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from './EmptyState.tsx'

interface HostNoticeProps {
  /** An Excel below what the pane needs, or no Excel at all. */
  readonly why: 'tooOld' | 'none'
}

/** Where the pane cannot run: why, and the way that is open instead. */
export function HostNotice({ why }: HostNoticeProps) {
  const { t } = useTranslation('entrance')
  return (
    <EmptyState
      heading="h1"
      icon={<DocumentError24Regular />}
      title={t(`host.${why}.title`)}
      text={t(`host.${why}.text`)}
    >
      <Link href="/workbench" target="_blank">
        {t('host.workbench')}
      </Link>
    </EmptyState>
  )
}
