import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { CloudOff24Regular } from '@fluentui/react-icons/svg/cloud-off'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ApiError } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { apiErrorText } from '../../ui/error-text.ts'

const useStyles = makeStyles({
  opening: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  card: { height: '72px' },
})

/** The shape of the pane while its content is fetched. */
export function DeskOpening() {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <Skeleton className={styles.opening} aria-label={t('desk.opening')}>
      <SkeletonItem size={24} style={{ width: '60%' }} />
      <SkeletonItem size={16} style={{ width: '85%' }} />
      <SkeletonItem className={styles.card} />
      <SkeletonItem className={styles.card} />
      <SkeletonItem className={styles.card} />
    </Skeleton>
  )
}

interface DeskClosedProps {
  readonly error: ApiError
  readonly onRetry: () => void
  readonly onSignOut: () => void
}

export function DeskClosed({ error, onRetry, onSignOut }: DeskClosedProps) {
  const { t } = useTranslation()
  return (
    <EmptyState heading="h1" icon={<CloudOff24Regular />} title={t('desk.closed')} text={apiErrorText(error, t)}>
      <Button appearance="primary" onClick={onRetry}>
        {t('app.retry')}
      </Button>
      <Button appearance="subtle" onClick={onSignOut}>
        {t('app.signOut')}
      </Button>
    </EmptyState>
  )
}
