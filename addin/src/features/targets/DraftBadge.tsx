import { Badge } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { DraftHead } from '../../api/targets.ts'

const colours = { draft: 'informative', approved: 'warning', issued: 'success', withdrawn: 'subtle' } as const

/** How far a draft has come. */
export function DraftBadge({ status }: Pick<DraftHead, 'status'>) {
  const { t } = useTranslation('office')
  return (
    <Badge appearance="tint" color={colours[status]}>
      {t(`targets.status.${status}`)}
    </Badge>
  )
}
