import { Badge, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Rectification } from '../../api/rectifications.ts'
import { grouped } from '../../ui/figure.ts'
import { momentText } from '../../ui/moment.ts'

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  filing: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
  },
})

const colors = { due: 'warning', overdue: 'danger', filed: 'success', 'filed-late': 'warning' } as const

interface RectificationCardProps {
  readonly rectification: Rectification
  readonly indicator: Pack['indicators'][number] | undefined
  /** Where they are not all of one unit. */
  readonly unit: string | undefined
  readonly onFile: (() => void) | null
}

/** One missed task: by how much, until when to state why, and what was stated. */
export function RectificationCard({ rectification, indicator, unit, onFile }: RectificationCardProps) {
  const styles = useStyles()
  const { t } = useTranslation('rectifications')
  const { number, run, due, actual, gap, fileBy, state, filing } = rectification
  const measured = (text: string) => `${grouped(text)} ${indicator?.unit ?? ''}`.trim()
  return (
    <li className={styles.card} aria-label={number}>
      <div className={styles.line}>
        <span className={styles.title}>
          {[unit, indicator?.title ?? rectification.indicator].filter(Boolean).join(' · ')}
        </span>
        <Badge appearance="tint" color={colors[state]}>
          {t(`state.${state}`)}
        </Badge>
      </div>
      <Caption1 className={styles.quiet}>
        {t('figures', { due: measured(due), actual: measured(actual), gap: measured(gap) })}
      </Caption1>
      <Caption1 className={styles.quiet}>{[number, run, t('fileBy', { day: fileBy })].join(' · ')}</Caption1>
      {filing && (
        <>
          <dl className={styles.filing}>
            <dt>{t('cause')}</dt>
            <dd>{filing.cause}</dd>
            <dt>{t('measures')}</dt>
            <dd>{filing.measures}</dd>
            <dt>{t('completeBy')}</dt>
            <dd>{filing.completeBy}</dd>
            <dt>{t('statement')}</dt>
            <dd>{filing.statement}</dd>
            <dt>{t('signatory')}</dt>
            <dd>{filing.signatory}</dd>
          </dl>
          <Caption1 className={styles.quiet}>{t('filedAt', { time: momentText(filing.at), by: filing.by })}</Caption1>
        </>
      )}
      {onFile && (
        <div>
          <Button appearance={filing ? 'secondary' : 'primary'} onClick={onFile} aria-label={`${t('file')} ${number}`}>
            {t(filing ? 'fileAgain' : 'file')}
          </Button>
        </div>
      )}
    </li>
  )
}
