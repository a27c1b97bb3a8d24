import { Badge, Tooltip } from '@fluentui/react-components'
import type { Indicator, IndicatorResult } from '@kaohe/shared-rules'
import { useTranslation } from 'react-i18next'
import { CertaintyBadge } from './CertaintyBadge.tsx'

interface ScoreBadgesProps {
  readonly indicator: Indicator
  readonly result: IndicatorResult
}

/** 确定 or 暂定, and 未核定 while the figure is only the unit's own report. */
export function ScoreBadges({ indicator, result }: ScoreBadgesProps) {
  const { t } = useTranslation()
  if (result.status !== 'scored' && result.status !== 'relative') return null
  const certain = indicator.scope === 'own-data'
  return (
    <>
      <CertaintyBadge certain={certain} hint={t(certain ? 'score.certainHint' : 'score.provisionalHint')} />
      {indicator.verifiers.length > 0 && (
        <Tooltip content={t('score.unverifiedHint')} relationship="description">
          <Badge appearance="outline" color="informative" size="small" tabIndex={0}>
            {t('score.unverified')}
          </Badge>
        </Tooltip>
      )}
    </>
  )
}
