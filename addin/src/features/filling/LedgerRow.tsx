import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CellAddress, Cells, Ledger } from '@kaohe/shared-rules'
import { memo, use } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAmount, type AmountText } from '../../ui/use-amount.ts'
import { FindingRow, type Finding, type OnCorrect } from '../../ui/FindingRow.tsx'
import type { OnHistory } from './PastValues.tsx'
import type { CopiedRow } from './copied-rows.ts'
import { CopiedRowQuestion } from './CopiedRowQuestion.tsx'
import type { OnRenumber } from './LedgerList.tsx'
import { CellLink } from '../../ui/CellLink.tsx'
import { ReturnedNote } from './ReturnedNote.tsx'
import type { Return } from './returns.ts'
import { BesideContext } from './beside.ts'
import { RowHistory } from './RowHistory.tsx'

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  followed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  name: {
    flexGrow: 1,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  worth: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  findings: { marginLeft: '-8px', marginRight: '-8px' },
})

interface LedgerRowProps {
  readonly ledger: Ledger
  readonly index: number
  readonly cells: Cells
  /** What the row counts for, in words: most edits leave that of all other rows as it was. */
  readonly worth: string
  readonly address: CellAddress | undefined
  readonly findings: readonly Finding[]
  /** The column of the selected cell, where that is in this row. */
  readonly followed: string | null
  readonly onReveal: (place: CellAddress) => void
  readonly onCorrect: OnCorrect
  readonly copied: CopiedRow | undefined
  readonly returns: readonly Return[]
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
  readonly onRenumber: OnRenumber
}

/** One row of a ledger. Drawn again only where something of it changed: of 300 rows an edit changes one. */
export const LedgerRow = memo(function LedgerRow(props: LedgerRowProps) {
  const { ledger, index, cells, worth, address, findings, followed, onReveal, onCorrect } = props
  const { copied, returns, nameOf, onHistory, onRenumber } = props
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const amount = useAmount()
  const beside = use(BesideContext)
  const [naming = ''] = ledger.identity
  const number = cells[ledger.columns.find(({ role }) => role === 'number')?.id ?? '']
  return (
    <div
      className={mergeClasses(styles.root, followed !== null && styles.followed)}
      aria-current={followed === null ? undefined : 'true'}
    >
      <div className={styles.line}>
        <span className={styles.number}>{index + 1}</span>
        <span className={styles.name} title={cells[naming] ?? undefined}>
          {cells[naming] ?? t('ledger.unnamed')}
        </span>
        {address && <CellLink place={address} onReveal={onReveal} />}
      </div>
      <div className={styles.facts}>{summary(ledger, cells, amount)}</div>
      <div className={styles.worth}>{worth}</div>
      {returns.map((one) => (
        <ReturnedNote key={`${one.bureau} ${one.item}`} one={one} nameOf={nameOf} />
      ))}
      {copied && <CopiedRowQuestion copied={copied} onNew={onRenumber} onSame={() => address && onReveal(address)} />}
      {!copied && beside?.row(ledger, cells)}
      {number && (
        <RowHistory ledger={ledger} number={number} selected={followed} nameOf={nameOf} onHistory={onHistory} />
      )}
      {findings.length > 0 && (
        <div className={styles.findings}>
          {findings.map((finding) => (
            <FindingRow key={finding.key} finding={finding} onReveal={onReveal} onCorrect={onCorrect} />
          ))}
        </div>
      )}
    </div>
  )
})

/** What tells most about a row at a glance: stage, amounts with unit, dates. */
function summary(ledger: Ledger, cells: Cells, amount: AmountText): string {
  return ledger.columns
    .filter(({ id, type, role }) => role === 'input' && (type === 'amount' || type === 'date' || id === 'stage'))
    .flatMap(({ id, unit }) =>
      cells[id]
        ? [
            Object.values(amount(cells[id], unit ?? ''))
              .join(' ')
              .trim(),
          ]
        : [],
    )
    .slice(0, 4)
    .join(' · ')
}
