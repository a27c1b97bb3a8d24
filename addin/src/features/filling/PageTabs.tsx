import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import type { Ledger } from '@kaohe/shared-rules'
import { memo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const useStyles = makeStyles({ root: { flexShrink: 0, padding: `0 ${tokens.spacingHorizontalXS}` } })

interface PageTabsProps {
  readonly page: string
  readonly ledgers: readonly Ledger[]
  /** How many rows each ledger has. */
  readonly rows: readonly number[]
  readonly onTurn: (page: string) => void
}

/** The tabs of a recognised form. An edit that adds no row leaves them as they are. */
export const PageTabs = memo(function PageTabs({ page, ledgers, rows, onTurn }: PageTabsProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <TabList
      className={styles.root}
      size="small"
      selectedValue={page}
      onTabSelect={(_, { value }) => onTurn(String(value))}
      aria-label={t('filling.tabs.label')}
    >
      <Tab value="cells">{t('filling.tabs.cells')}</Tab>
      {ledgers.map(({ id, sheet }, index) => (
        <Tab key={id} value={id}>
          {`${sheet} ${String(rows[index] ?? 0)}`}
        </Tab>
      ))}
      <Tab value="score">{t('filling.tabs.score')}</Tab>
    </TabList>
  )
}, hasSame)

function hasSame(before: PageTabsProps, now: PageTabsProps): boolean {
  const { page, ledgers, onTurn } = before
  return (
    page === now.page && ledgers === now.ledgers && onTurn === now.onTurn && String(before.rows) === String(now.rows)
  )
}
