import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { AuditEntry } from '../../api/office.ts'
import { changeText } from './change.ts'

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground1 },
  label: { color: tokens.colorNeutralForeground2 },
})

/** Old and new of one line of the log. */
export function ChangeText({ before, after }: Pick<AuditEntry, 'before' | 'after'>) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [old, fresh] = [changeText(before), changeText(after)]
  return (
    <>
      {old !== null && (
        <Caption1 className={styles.text}>
          <span className={styles.label}>{`${t('audit.before')} `}</span>
          {old}
        </Caption1>
      )}
      {fresh !== null && (
        <Caption1 className={styles.text}>
          <span className={styles.label}>{`${t('audit.after')} `}</span>
          {fresh}
        </Caption1>
      )}
    </>
  )
}
