import { makeStyles, tokens } from '@fluentui/react-components'
import { createContext, use, useMemo } from 'react'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { RowWorth, RowWorths } from './row-worth.ts'

const useStyles = makeStyles({
  root: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** Changes with each edit, which changes no more of most rows: so it comes to the line alone, past the row. */
export const RowWorthsContext = createContext<RowWorths>(() => null)

/** What a row of a ledger counts for. */
export function RowWorthLine({ index }: { readonly index: number }) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const worthOf = use(RowWorthsContext)
  const worth = useMemo(() => worthOf(index), [worthOf, index])
  return <div className={styles.root}>{worthText(worth, t)}</div>
}

function worthText(worth: readonly RowWorth[] | null, t: TranslateOf<'filling'>): string {
  if (worth === null) return t('ledger.waiting')
  if (worth.length === 0) return t('ledger.nothing')
  const full = worth.filter(({ difference }) => difference === null).map(({ title }) => title)
  return [
    ...worth.flatMap(({ title, difference }) =>
      difference === null ? [] : [t('ledger.worth', { indicator: title, difference })],
    ),
    ...(full.length > 0 ? [t('ledger.counted', { indicators: full.join(t('list.comma')) })] : []),
  ].join(' · ')
}
