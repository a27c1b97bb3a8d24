import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right'
import { useTranslation } from '../../i18n/use-translation.ts'
import { columnTitle } from '../../ui/cell-name.ts'
import { grouped } from '../../ui/figure.ts'
import type { CarriedCell } from './carrying.ts'

const useStyles = makeStyles({
  cell: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  after: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

/** A line of a list: one cell, what stands in it now, and what would. */
export function CellDiff({ cell: { place, column, row, before, after } }: { readonly cell: CarriedCell }) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <li className={styles.cell}>
      <Caption1 className={styles.quiet}>
        {`${place.address} ${row === null ? '' : `${row} · `}${columnTitle(column)}`}
      </Caption1>
      <span className={styles.quiet}>{before === null ? t('list.blank') : grouped(before)}</span>
      <ArrowRight12Regular aria-label="→" />
      <span className={styles.after}>{grouped(after)}</span>
    </li>
  )
}
