import { Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { CellFault } from './cell-faults.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
})

interface FaultListProps {
  readonly faults: readonly CellFault[]
  readonly valueOf: (fault: CellFault) => string
  readonly onMend: (fault: CellFault, value: string) => void
}

/** Each figure that was not taken, where it stands and what would pass, with room to put it right. */
export function FaultList({ faults, valueOf, onMend }: FaultListProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  return (
    <section aria-label={t('targets.faults', { count: faults.length })}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{t('targets.faults', { count: faults.length })}</MessageBarBody>
      </MessageBar>
      <ul className={styles.list}>
        {faults.map((fault) => (
          <li key={`${fault.unit} ${fault.key}`}>
            <Field label={fault.place} validationState="error" validationMessage={fault.message}>
              <Input value={valueOf(fault)} maxLength={64} onChange={(_, { value }) => onMend(fault, value)} />
            </Field>
          </li>
        ))}
      </ul>
    </section>
  )
}
