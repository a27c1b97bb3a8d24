import { Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { PastedTable, TableFault } from './pasted-table.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What keeps a pasted table from being read, and what of it was passed over. */
export function TableFaults({ table }: { readonly table: PastedTable }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { faults, unread, missing } = table
  const textOf = (fault: TableFault): string => {
    switch (fault.kind) {
      case 'no-head':
        return t('targets.tableFault.no-head')
      case 'no-unit':
      case 'unit-twice':
        return t(`targets.tableFault.${fault.kind}`, { row: fault.row, text: fault.text })
      case 'column-twice':
        return t('targets.tableFault.column-twice', { text: fault.text })
    }
  }
  return (
    <>
      {faults.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <ul className={styles.list}>
              {faults.map((fault) => (
                <li key={textOf(fault)}>{textOf(fault)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {unread.length > 0 && (
        <Caption1 className={styles.quiet}>{t('targets.unread', { columns: unread.join(t('comma')) })}</Caption1>
      )}
      {missing.length > 0 && faults.every(({ kind }) => kind !== 'no-head') && (
        <Caption1 className={styles.quiet}>{t('targets.missing', { units: missing.join(t('comma')) })}</Caption1>
      )}
    </>
  )
}
