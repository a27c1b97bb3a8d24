import { Badge, Caption1, makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import type { Pack, Unit, UnitResult } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { CertaintyBadge } from './CertaintyBadge.tsx'
import { fullCounted } from './full-points.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  total: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  withheld: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface TotalCardProps {
  /** `brief` names how much is missing, `full` names what, and the pack's notice in full. */
  readonly detail: 'brief' | 'full'
  readonly pack: Pack
  readonly unit: Unit
  readonly result: UnitResult
}

/** The total over all indicators, or what is missing for one and what has been counted so far. */
export function TotalCard({ detail, pack, unit, result }: TotalCardProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { total } = result
  const full = pack.pools.find(({ id }) => id === unit.pool)?.fullMark
  const certain = total.kind === 'total' && result.indicators.every(({ status }) => status !== 'relative')
  const titles = new Map(pack.indicators.map(({ id, title }) => [id, title]))
  return (
    <section className={styles.root} aria-label={t('score.total')}>
      <div className={styles.line}>
        <span className={styles.quiet}>{t('score.total')}</span>
        {total.kind === 'total' ? (
          <span>
            <span className={styles.total}>{total.shown}</span>
            {full !== undefined && <Caption1 className={styles.quiet}> / {full}</Caption1>}
          </span>
        ) : (
          <span className={styles.withheld}>{t('score.withheld')}</span>
        )}
      </div>
      {total.kind === 'withheld' && (
        <Caption1 block>
          {t('score.counted', { counted: total.counted, weight: fullCounted(result, total.countedWeight) })}
          {detail === 'brief'
            ? `${t('list.semicolon')}${t('score.waitingFor', { count: total.undecided.length })}`
            : `${t('list.semicolon')}${t('score.waiting')}${total.undecided.map((id) => titles.get(id) ?? id).join(t('list.comma'))}`}
        </Caption1>
      )}
      <div className={styles.marks}>
        <CertaintyBadge certain={certain} hint={t(certain ? 'score.certainHint' : 'score.totalProvisionalHint')} />
        {!pack.official && (
          <Tooltip content={pack.notice} relationship="description">
            <Badge appearance="outline" color="danger" size="small" tabIndex={0}>
              {short(pack.notice)}
            </Badge>
          </Tooltip>
        )}
        <Tooltip content={t('score.unverifiedHint')} relationship="description">
          <Badge appearance="outline" color="informative" size="small" tabIndex={0}>
            {t('score.unverified')}
          </Badge>
        </Tooltip>
      </div>
      {detail === 'full' && !pack.official && (
        <Caption1 block className={styles.quiet}>
          {pack.notice}
        </Caption1>
      )}
    </section>
  )
}

/** `示例(非官方)` of `示例(非官方)：任务取自…`. */
function short(notice: string): string {
  return notice.split(/：/)[0] ?? notice
}
