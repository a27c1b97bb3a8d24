import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { grouped, percent } from '../../../ui/figure.ts'
import { exactOf } from '../../../ui/figure.ts'
import type { Effect } from '../effect.ts'
import { divide, exactText, isNegative, isZero } from '@kaohe/shared-rules'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  less: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  more: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** `协税护税 申报 1,800 → 1,650.5 万元 (−149.5)`: what an indicator becomes by what is decided here. */
export function EffectLine({ effect }: { readonly effect: Effect }) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const { title, unit, target, reported, decided, difference } = effect
  const change = difference === null ? undefined : exactOf(difference)
  const changes = change !== undefined && !isZero(change)
  const shown = (figure: string | null) => (figure === null ? t('effect.unknown') : grouped(figure))
  return (
    <div className={styles.root}>
      <span className={styles.title}>{title}</span>
      <span>
        {t('effect.reported')} {shown(reported)}
        {changes && ` → ${shown(decided)}`} {unit}
        {changes && (
          <span className={change && isNegative(change) ? styles.less : styles.more}>
            {` (${change && isNegative(change) ? '−' : '+'}${grouped((difference ?? '').replace('-', ''))})`}
          </span>
        )}
      </span>
      {target !== null && (
        <span className={mergeClasses(styles.quiet)}>
          {t('effect.target', { target: grouped(target) })}
          {decided !== null && ` · ${completion(decided, target)}`}
        </span>
      )}
    </div>
  )
}

function completion(actual: string, target: string): string {
  const [done, asked] = [exactOf(actual), exactOf(target)]
  return done && asked && !isZero(asked) ? percent(exactText(divide(done, asked))) : '—'
}
