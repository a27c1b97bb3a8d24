import { Caption1, Link, makeStyles } from '@fluentui/react-components'
import type { CellAddress, Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OnCorrect } from '../../ui/FindingRow.tsx'
import { CellLine } from './CellLine.tsx'
import { countedRows } from './counted-rows.ts'
import { EntryCard } from './EntryCard.tsx'
import type { Filled } from './filling.ts'
import { FindingList } from './FindingList.tsx'
import { CorrectionBar, LedgerList, ScoreTable } from './later.ts'
import type { OnRenumber } from './LedgerList.tsx'
import { usePageStyles } from './page.styles.ts'
import { PageTabs } from './PageTabs.tsx'
import type { OnHistory } from './PastValues.tsx'
import type { ChosenBinding } from './recognising.ts'
import { follow } from './selection.ts'
import { TotalCard } from './TotalCard.tsx'
import type { Correcting } from './use-corrections.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
})

export interface FilledPagesProps {
  readonly pack: Pack
  readonly unit: Unit
  readonly filled: Filled
  readonly selected: CellAddress | null
  readonly onReveal: (place: CellAddress) => void
  readonly correcting: Correcting
  readonly onCorrect: OnCorrect
  /** Stops writing corrections. */
  readonly onStop: () => void
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
  /** What a person said of a workbook that was not recognised; null takes it back. */
  readonly onChoose: (binding: ChosenBinding | null) => void
  readonly onRenumber: OnRenumber
}

/** The pages of a recognised form. The page follows the selection until the reader turns to another one. */
export function FilledPages(props: FilledPagesProps) {
  const { pack, unit, filled, selected, onReveal, correcting, onCorrect, onStop, nameOf, ...rest } = props
  const { onHistory, onChoose, onRenumber } = rest
  const styles = useStyles()
  const sheet = usePageStyles()
  const { t } = useTranslation()
  const followed = follow(filled, selected)
  const place = followed && `${selected?.sheet}!${selected?.address}`
  const [turned, setTurned] = useState<{ readonly page: string; readonly at: string | null }>()
  const own = followed?.kind === 'row' ? followed.ledger : 'cells'
  const asked = turned && (turned.at === place || followed === null) ? turned.page : own
  const { ledgers } = filled.form
  const offered = filled.findings.some(({ correction }) => correction !== undefined)
  const ledger = ledgers.find(({ id }) => id === asked)
  const page = ledger || asked === 'score' ? asked : 'cells'
  const onTurn = useCallback((to: string) => setTurned({ page: to, at: place }), [place])

  return (
    <div className={styles.root}>
      <PageTabs
        page={page}
        ledgers={ledgers}
        rows={ledgers.map(({ id }) => filled.record.ledgers[id]?.length ?? 0)}
        onTurn={onTurn}
      />
      <div className={sheet.page} role="tabpanel" aria-label={t('filling.tabs.label')}>
        {page !== 'score' && (offered || (correcting.step !== 'idle' && correcting.step !== 'cancelled')) && (
          <CorrectionBar findings={filled.findings} state={correcting} {...{ onCorrect, onStop }} />
        )}
        {page === 'cells' && (
          <>
            {filled.byHand && (
              <Caption1>
                {t('filling.byHand')}{' '}
                <Link as="button" onClick={() => onChoose(null)}>
                  {t('filling.again')}
                </Link>
              </Caption1>
            )}
            <TotalCard detail="brief" pack={pack} unit={unit} result={filled.result} />
            <FindingList
              findings={filled.findings}
              isShownBelow={({ paths: [path = ''] }) => path !== '' && !path.includes('.')}
              onReveal={onReveal}
              onCorrect={onCorrect}
            />
            {filled.entries.indicators.map((entry) => (
              <EntryCard
                key={entry.indicator.id}
                pack={pack}
                form={filled.form.id}
                entry={entry}
                followed={followed?.kind === 'indicator' && followed.id === entry.indicator.id}
                facts={filled.facts}
                rows={() => countedRows(pack, filled, entry)}
                nameOf={nameOf}
                onReveal={onReveal}
                onCorrect={onCorrect}
                onHistory={onHistory}
              />
            ))}
            {filled.entries.others.map((entry) => (
              <CellLine
                key={entry.path}
                entry={entry}
                followed={followed?.kind === 'cell' && followed.path === entry.path}
                nameOf={nameOf}
                onHistory={onHistory}
                onReveal={onReveal}
                onCorrect={onCorrect}
              />
            ))}
          </>
        )}
        {ledger && (
          <LedgerList
            pack={pack}
            filled={filled}
            ledger={ledger}
            followed={followed?.kind === 'row' && followed.ledger === ledger.id ? followed : null}
            nameOf={nameOf}
            onReveal={onReveal}
            onCorrect={onCorrect}
            onHistory={onHistory}
            onRenumber={onRenumber}
          />
        )}
        {page === 'score' && (
          <>
            <TotalCard detail="full" pack={pack} unit={unit} result={filled.result} />
            <ScoreTable pack={pack} result={filled.result} />
          </>
        )}
      </div>
    </div>
  )
}
