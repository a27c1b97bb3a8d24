import { Badge, Tooltip } from '@fluentui/react-components'
import type { Indicator, IndicatorResult } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Verification } from '../../api/client.ts'
import { CertaintyBadge } from './CertaintyBadge.tsx'

interface ScoreBadgesProps {
  readonly indicator: Indicator
  readonly result: IndicatorResult
  readonly verification?: Verification | undefined
}

/** 确定 or 暂定, and 未核定 while the figure is only the unit's own report. */
export function ScoreBadges({ indicator, result, verification }: ScoreBadgesProps) {
  const { t } = useTranslation()
  if (result.status !== 'scored' && result.status !== 'relative') return null
  const state = verification?.state ?? 'unverified'
  const verified = state === 'verified'
  const certain = indicator.scope === 'own-data'
  return (
    <>
      <CertaintyBadge certain={certain} hint={t(certain ? 'score.certainHint' : 'score.provisionalHint')} />
      {indicator.verifiers.length > 0 && (
        <Tooltip content={t(verified ? 'score.verifiedHint' : 'score.unverifiedHint')} relationship="description">
          <Badge appearance="outline" color={verified ? 'success' : 'informative'} size="small" tabIndex={0}>
            {t(verified ? 'score.verified' : state === 'partial' ? 'score.partial' : 'score.unverified')}
          </Badge>
        </Tooltip>
      )}
    </>
  )
}
