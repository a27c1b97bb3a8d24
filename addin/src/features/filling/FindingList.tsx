import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { CellAddress } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { FindingRow, type Finding, type OnCorrect } from '../../ui/FindingRow.tsx'
import { SeverityMark } from '../../ui/SeverityMark.tsx'

const FIRST = 5

const useStyles = makeStyles({
  root: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, ':empty': { display: 'none' }, padding: 0, listStyleType: 'none' },
  clear: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
})

interface FindingListProps {
  readonly findings: readonly Finding[]
  /** These are counted here, and said where their cell is. */
  readonly isShownBelow: (finding: Finding) => boolean
  readonly onReveal: (place: CellAddress) => void
  readonly onCorrect: OnCorrect
}

/** Everything that wants attention, gravest first; each line leads to its cell. */
export function FindingList({ findings, isShownBelow, onReveal, onCorrect }: FindingListProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  if (findings.length === 0) {
    return (
      <section className={styles.root} aria-label={t('filling.todo')}>
        <div className={styles.clear}>
          <SeverityMark severity="passed" />
          <span>{t('filling.allClear')}</span>
        </div>
      </section>
    )
  }
  const counts = (['red', 'amber', 'advice'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
  const listed = findings.filter((finding) => !isShownBelow(finding))
  const hidden = all ? 0 : Math.max(0, listed.length - FIRST)
  return (
    <section className={styles.root} aria-label={t('filling.todo')}>
      <div className={styles.head} role="status">
        {counts.map(({ severity, count }) => (
          <SeverityMark key={severity} severity={severity} count={count} />
        ))}
      </div>
      <ul className={styles.list}>
        {listed.slice(0, listed.length - hidden).map((finding) => (
          <li key={finding.key}>
            <FindingRow finding={finding} onReveal={onReveal} onCorrect={onCorrect} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button appearance="subtle" size="small" onClick={() => setAll(true)}>
          {t('filling.more', { count: hidden })}
        </Button>
      )}
    </section>
  )
}
