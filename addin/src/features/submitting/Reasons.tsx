import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import type { CellAddress, Form } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cellName } from '../../ui/cell-name.ts'
import { FindingRow, type Finding } from '../../ui/FindingRow.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  one: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { padding: `0 ${tokens.spacingHorizontalS}` },
})

interface ReasonsProps {
  readonly form: Form
  readonly ambers: readonly Finding[]
  readonly reasons: Readonly<Record<string, string>>
  readonly onWrite: (key: string, text: string) => void
  readonly onReveal: (place: CellAddress) => void
}

/** One sentence for each amber figure; it travels with the number. */
export function Reasons({ form, ambers, reasons, onWrite, onReveal }: ReasonsProps) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  return (
    <div className={styles.root}>
      {ambers.map((finding) => (
        <div key={finding.key} className={styles.one}>
          <FindingRow finding={finding} onReveal={onReveal} />
          <Field
            className={styles.field}
            label={t('submit.reasonLabel', { where: cellName(form, finding.paths[0] ?? '', t) })}
            size="small"
            required
          >
            <Textarea
              size="small"
              rows={2}
              maxLength={500}
              value={reasons[finding.key] ?? ''}
              placeholder={t('submit.reasonPlaceholder')}
              onChange={(_, { value }) => onWrite(finding.key, value)}
            />
          </Field>
        </div>
      ))}
    </div>
  )
}
