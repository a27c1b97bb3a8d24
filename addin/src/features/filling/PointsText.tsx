import { makeStyles, tokens } from '@fluentui/react-components'
import type { IndicatorResult } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { fullPoints } from './full-points.ts'

const useStyles = makeStyles({
  root: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  shown: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** `18.75 / 25 分`, or the word that says why there are no points. Never 0 for "not known". */
export function PointsText({ result }: { readonly result: IndicatorResult }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { status, shown } = result
  const full = fullPoints(result)
  if (shown === null) {
    const word = status === 'scored' ? '—' : t(`score.status.${status}`)
    const mark = full === null || status !== 'undecided' ? '' : ` / ${t('filling.mark', { weight: full })}`
    return <span className={`${styles.root} ${styles.quiet}`}>{word + mark}</span>
  }
  return (
    <span className={styles.root}>
      <span className={styles.shown}>{shown}</span>
      <span className={styles.quiet}>
        {full === null ? ` ${t('filling.deducted')}` : ` / ${t('filling.mark', { weight: full })}`}
      </span>
    </span>
  )
}
