import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useTranslation } from '../i18n/use-translation.ts'
import type { BookSheet } from '../workbook/book-sheet.ts'

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})

interface SheetTabsProps {
  readonly sheets: readonly BookSheet[]
  readonly current: string
  readonly onOpen: (sheet: string) => void
}

export function SheetTabs({ sheets, current, onOpen }: SheetTabsProps) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={current}
      onTabSelect={(_event, { value }) => onOpen(String(value))}
      aria-label={t('workbench.sheets')}
    >
      {sheets.map(({ name }) => (
        <Tab key={name} value={name}>
          {name}
        </Tab>
      ))}
    </TabList>
  )
}
