import { Badge, Tooltip } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'

/** 确定: nothing but the unit's own data decides it. 暂定: something is still to come, which `hint` says. */
export function CertaintyBadge({ certain, hint }: { readonly certain: boolean; readonly hint: string }) {
  const { t } = useTranslation()
  return (
    <Tooltip content={hint} relationship="description">
      <Badge appearance="tint" color={certain ? 'brand' : 'warning'} size="small" tabIndex={0}>
        {t(certain ? 'score.certain' : 'score.provisional')}
      </Badge>
    </Tooltip>
  )
}
