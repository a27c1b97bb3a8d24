import { Button } from '@fluentui/react-components'
import { ArrowSync24Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from './EmptyState.tsx'
import { goneParts } from './gone-parts.ts'

interface PartComingProps {
  /** What is shown while there is hope. */
  readonly children: ReactNode
  readonly onReload?: () => void
}

/** In place of a part that is still to be fetched; where only another page can bring it, that is said and offered. */
export function PartComing({ children, onReload = () => location.reload() }: PartComingProps) {
  const { t } = useTranslation()
  const gone = useSyncExternalStore(goneParts.subscribe, goneParts.current)
  if (!gone) return children
  return (
    <div role="alert">
      <EmptyState icon={<ArrowSync24Regular />} title={t('build.gone')} text={t('build.goneText')}>
        <Button appearance="primary" onClick={onReload}>
          {t('build.reload')}
        </Button>
      </EmptyState>
    </div>
  )
}
