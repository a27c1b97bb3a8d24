import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { columnTitle } from '../../ui/cell-name.ts'
import { grouped } from '../../ui/figure.ts'
import type { CellChange, Change } from './changes.ts'

const FIRST = 20
const CELLS = 6

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  item: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  cell: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  title: { color: tokens.colorNeutralForeground3, marginRight: tokens.spacingHorizontalXS },
  before: { color: tokens.colorNeutralForeground3 },
  after: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const badges = { added: 'success', changed: 'brand', removed: 'danger' } as const

/** Cell by cell, before and after; ledger rows as added, changed, removed. */
export function ChangeList({ changes, label }: { readonly changes: readonly Change[]; readonly label: string }) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, FIRST)
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {shown.map((change, index) => (
          <li key={index} className={styles.item}>
            {change.kind === 'cell' ? (
              <CellDiff change={change} />
            ) : (
              <>
                <div className={styles.row}>
                  <Badge appearance="tint" size="small" color={badges[change.what]}>
                    {t(`submit.${change.what}`)}
                  </Badge>
                  <span className={styles.name}>{change.name || t('submit.unnamed')}</span>
                  <span className={styles.quiet}>
                    {change.ledger.sheet} {t('submit.row', { row: change.row + 1 })}
                  </span>
                </div>
                {change.what === 'changed' &&
                  change.cells.slice(0, CELLS).map((cell) => <CellDiff key={cell.column.id} change={cell} />)}
                {change.what === 'added' && <div className={styles.quiet}>{addedText(change.cells)}</div>}
              </>
            )}
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {t('filling.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </>
  )
}

function CellDiff({ change: { column, before, after } }: { readonly change: CellChange }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const text = (value: string | null) => (value === null ? t('list.blank') : grouped(value))
  return (
    <div className={styles.cell}>
      <span className={styles.title}>{columnTitle(column)}</span>
      <span className={styles.before}>{text(before)}</span>
      <ArrowRight12Regular aria-label="→" />
      <span className={styles.after}>{text(after)}</span>
    </div>
  )
}

function addedText(cells: readonly CellChange[]): string {
  return cells
    .filter(({ column }) => column.type !== 'text')
    .flatMap(({ column, after }) => (after === null ? [] : [`${columnTitle(column)} ${grouped(after)}`]))
    .slice(0, CELLS)
    .join(' · ')
}
