import { Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { ApiResult, PastCell } from '../../api/client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { apiErrorText } from '../../ui/error-text.ts'
import { grouped } from '../../ui/figure.ts'
import { momentText } from '../../ui/moment.ts'

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  value: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Loaded = ApiResult<{ readonly entries: readonly PastCell[] }>
export type OnHistory = (cell: string) => Promise<Loaded>

export interface PastValuesProps {
  /** As the service names a cell that lasts: `reported`, `projects/2-01-0007/totalInvestment`. */
  readonly cell: string
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
}

/** The past of one cell, fetched anew for each cell it is asked for. */
export function PastValues({ cell, nameOf, onHistory }: PastValuesProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const [past, setPast] = useState<{ readonly cell: string; readonly loaded: Loaded } | null>(null)
  useEffect(() => {
    let wanted = true
    void onHistory(cell).then((loaded) => {
      if (wanted) setPast({ cell, loaded })
    })
    return () => {
      wanted = false
    }
  }, [cell, onHistory])
  const loaded = past?.cell === cell ? past.loaded : null
  return (
    <div role="status">
      {loaded === null && <Spinner size="extra-tiny" label={t('history.loading')} />}
      {loaded && !loaded.ok && <Caption1>{apiErrorText(loaded.error, t)}</Caption1>}
      {loaded?.ok && loaded.value.entries.length === 0 && <Caption1>{t('history.none')}</Caption1>}
      {loaded?.ok && loaded.value.entries.length > 0 && (
        <ul className={styles.list}>
          {loaded.value.entries.map((entry) => (
            <Entry key={entry.number} entry={entry} nameOf={nameOf} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Entry({ entry, nameOf }: { readonly entry: PastCell; readonly nameOf: (unit: string) => string }) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const { number, receivedAt, by, value, reasons, decisions } = entry
  return (
    <li>
      <span className={styles.value}>{value === null ? t('filling.empty') : grouped(value)}</span>{' '}
      <span className={styles.quiet}>{`${momentText(receivedAt)} ${by ?? ''} ${number}`}</span>
      {reasons.map((reason, index) => (
        <div key={index}>{t('history.reason', { reason })}</div>
      ))}
      {decisions.map((decision) => (
        <div key={`${decision.bureau} ${decision.at}`}>
          {`${nameOf(decision.bureau)} ${t(`history.verdict.${decision.verdict}`)} ${momentText(decision.at).slice(5)}`}
          {decision.adjustment && 'value' in decision.adjustment && ` → ${grouped(decision.adjustment.value)}`}
          {decision.reason !== null && t('list.bracketed', { text: decision.reason })}
        </div>
      ))}
    </li>
  )
}
