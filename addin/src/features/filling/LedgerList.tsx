import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { TableAdd24Regular } from '@fluentui/react-icons/svg/table-add'
import { cellPath, type CellAddress, type Ledger, type Pack } from '@kaohe/shared-rules'
import { useVirtualizer } from '@tanstack/react-virtual'
import { use, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Finding, OnCorrect } from '../../ui/FindingRow.tsx'
import type { WorkbookResult } from '../../workbook/workbook.ts'
import type { OnHistory } from './PastValues.tsx'
import { BesideContext } from './beside.ts'
import { copiedRows, rowKeys, type CopiedRow } from './copied-rows.ts'
import type { Filled } from './filling.ts'
import { LedgerRow } from './LedgerRow.tsx'
import { readableRows } from './readable-rows.ts'
import { returnsByRow, type Return } from './returns.ts'
import { rowWorths, worthText } from './row-worth.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0, flexGrow: 1 },
  count: { color: tokens.colorNeutralForeground3 },
  list: { overflowY: 'auto', flexGrow: 1, minHeight: '240px', maxHeight: '100%' },
  inner: { position: 'relative', width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', paddingBottom: '6px', boxSizing: 'border-box' },
})

export interface LedgerListProps {
  readonly pack: Pack
  readonly filled: Filled
  readonly ledger: Ledger
  /** The selected cell. */
  readonly followed: FollowedCell | null
  readonly onReveal: (place: CellAddress) => void
  readonly onCorrect: OnCorrect
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
  readonly onRenumber: OnRenumber
}

export interface FollowedCell {
  readonly row: number
  readonly column: string
}

export type OnRenumber = (copied: CopiedRow) => Promise<WorkbookResult<void>>

/** The rows of a ledger. Only those in view are drawn, of these after an edit only what changed, and only their worth is computed. */
export function LedgerList(props: LedgerListProps) {
  const { pack, filled, ledger, followed, onReveal, onCorrect, nameOf, onHistory, onRenumber } = props
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = filled.record.ledgers[ledger.id] ?? []
  const findings = useMemo(() => findingsByRow(filled.findings, ledger.id), [filled.findings, ledger.id])
  const { facts, result, record, addresses } = filled
  const keys = useMemo(() => rowKeys(ledger, record), [ledger, record])
  const copied = useMemo(() => copiedRows(ledger, record, addresses), [ledger, record, addresses])
  const returns = useMemo(() => returnsByRow(filled.returns, ledger.id), [filled.returns, ledger.id])
  const worthOf = useMemo(
    () => rowWorths(pack, readableRows(facts, result, ledger.id), ledger.id),
    [pack, facts, result, ledger.id],
  )
  // Its functions change with each render by design; nothing here is memoised by them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 70,
    // A row keeps its height, and what is unfolded in it, wherever it is sorted or pushed to.
    getItemKey: (index) => keys[index] ?? index,
    overscan: 6,
    initialRect: { width: 360, height: 480 },
  })
  const followedRow = followed?.row
  useEffect(() => {
    if (followedRow !== undefined) virtual.scrollToIndex(followedRow, { align: 'auto' })
  }, [followedRow, virtual])

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<TableAdd24Regular />}
        title={t('ledger.empty')}
        text={t('ledger.emptyHint', { sheet: ledger.sheet })}
      />
    )
  }
  return (
    <div className={styles.root}>
      <Caption1 className={styles.count}>{t('ledger.rows', { count: rows.length })}</Caption1>
      {use(BesideContext)?.ledger(ledger, rows)}
      <div
        ref={scroller}
        className={styles.list}
        tabIndex={0}
        role="group"
        aria-label={t('ledger.list', { title: ledger.title })}
      >
        <ul className={styles.inner} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => (
            <li
              key={String(key)}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <LedgerRow
                ledger={ledger}
                index={index}
                cells={rows[index] ?? {}}
                worth={worthText(worthOf(index), t)}
                address={addressOf(filled, ledger, index)}
                findings={findings.get(index) ?? none}
                followed={followedRow === index ? (followed?.column ?? null) : null}
                copied={copied.get(index)}
                returns={returns.get(index) ?? noReturns}
                nameOf={nameOf}
                onReveal={onReveal}
                onCorrect={onCorrect}
                onHistory={onHistory}
                onRenumber={onRenumber}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const none: readonly Finding[] = []
const noReturns: readonly Return[] = []

function findingsByRow(findings: readonly Finding[], ledger: string): ReadonlyMap<number, readonly Finding[]> {
  const byRow = new Map<number, Finding[]>()
  for (const finding of findings) {
    const rows = finding.paths.filter((path) => path.startsWith(`${ledger}.`)).map((path) => Number(path.split('.')[1]))
    for (const row of new Set(rows)) byRow.set(row, [...(byRow.get(row) ?? []), finding])
  }
  return byRow
}

function addressOf({ addresses }: Filled, ledger: Ledger, row: number): CellAddress | undefined {
  return addresses[cellPath(ledger.id, row, ledger.identity[0] ?? '')]
}
