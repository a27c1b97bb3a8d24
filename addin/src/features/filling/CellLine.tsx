import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CellAddress } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { columnTitle } from '../../ui/cell-name.ts'
import { grouped } from '../../ui/figure.ts'
import { FindingRow, type OnCorrect } from '../../ui/FindingRow.tsx'
import { useScrollWhen } from '../../ui/use-scroll-when.ts'
import { CellHistory } from './CellHistory.tsx'
import type { OnHistory } from './PastValues.tsx'
import type { CellEntry } from './entries.ts'
import { CellLink } from '../../ui/CellLink.tsx'

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  followed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  title: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, flexShrink: 0 },
  value: { flexGrow: 1, overflowWrap: 'anywhere' },
  empty: { color: tokens.colorNeutralForeground3 },
})

interface CellLineProps {
  readonly entry: CellEntry
  readonly followed: boolean
  readonly onReveal: (place: CellAddress) => void
  readonly onCorrect: OnCorrect
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
}

/** A cell that no indicator is read from. */
export function CellLine({ entry, followed, onReveal, onCorrect, nameOf, onHistory }: CellLineProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const root = useScrollWhen<HTMLDivElement>(followed)
  const { path, column, value, address, findings } = entry
  return (
    <div
      ref={root}
      className={mergeClasses(styles.root, followed && styles.followed)}
      aria-current={followed ? 'true' : undefined}
    >
      <div className={styles.line}>
        <span className={styles.title}>{columnTitle(column)}</span>
        <span className={mergeClasses(styles.value, value === null && styles.empty)}>
          {value === null ? t('filling.empty') : grouped(value)}
        </span>
        {address && <CellLink place={address} onReveal={onReveal} />}
      </div>
      {findings.map((finding) => (
        <FindingRow key={finding.key} finding={finding} onReveal={onReveal} onCorrect={onCorrect} />
      ))}
      <CellHistory cell={path} nameOf={nameOf} onHistory={onHistory} />
    </div>
  )
}
