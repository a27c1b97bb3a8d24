import { Badge } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { EntryMark } from './intake.ts'

const colors = {
  accepted: 'brand',
  green: 'success',
  amber: 'warning',
  empty: 'warning',
  unclear: 'warning',
  red: 'danger',
  'turned-down': 'danger',
  unusable: 'danger',
} as const

/** The verdict on a file, by word and colour. */
export function EntryBadge({ mark }: { readonly mark: EntryMark }) {
  const { t } = useTranslation('intake')
  return (
    <Badge appearance="tint" color={colors[mark]}>
      {t(`mark.${mark}`)}
    </Badge>
  )
}
