import { Button, Caption1 } from '@fluentui/react-components'
import { BugRegular } from '@fluentui/react-icons/svg/bug'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from './EmptyState.tsx'

interface CrashedProps {
  readonly error: unknown
  readonly onAgain: () => void
}

/** A bug, said plainly: what is safe, and what to do. */
export function Crashed({ error, onAgain }: CrashedProps) {
  const { t } = useTranslation()
  return (
    <EmptyState heading="h1" icon={<BugRegular />} title={t('app.crashed.title')} text={t('app.crashed.text')}>
      <Caption1>{error instanceof Error ? error.message : String(error)}</Caption1>
      <Button appearance="primary" onClick={onAgain}>
        {t('app.crashed.again')}
      </Button>
    </EmptyState>
  )
}
