import { Badge, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Template } from '../../api/templates.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    columnGap: tokens.spacingHorizontalXL,
  },
  column: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface ColumnsProps {
  readonly template: Template
  /** Asks where a column is; null once the annex is confirmed. */
  readonly onBind: ((column: string) => void) | null
}

/** Where each column of the form is in the annex; those without a place first, with what comes nearest to them. */
export function Columns({ template: { binding, unfound }, onBind }: ColumnsProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const change = (column: string, head: string) =>
    onBind && (
      <Button size="small" onClick={() => onBind(column)} aria-label={t('templates.placeOf', { head })}>
        {t('templates.place')}
      </Button>
    )
  return (
    <section aria-label={t('templates.columns')}>
      <Subtitle2 as="h3">{t('templates.columns')}</Subtitle2>
      <ul className={styles.list}>
        {unfound.map(({ column, head, required, nearest }) => (
          <li key={column} className={styles.column}>
            <span className={styles.head}>{headText(head)}</span>
            <Badge appearance="tint" color={required ? 'danger' : 'informative'}>
              {t(required ? 'templates.unfound' : 'templates.leftOut')}
            </Badge>
            {nearest.length > 0 && (
              <Caption1 className={styles.quiet}>
                {t('templates.nearest', {
                  cells: nearest.map(({ address, text }) => `${address} ${text}`).join(t('comma')),
                })}
              </Caption1>
            )}
            {change(column, headText(head))}
          </li>
        ))}
        {binding.columns.map(({ column, head, address, text }) => (
          <li key={column} className={styles.column}>
            <span className={styles.head}>{headText(head)}</span>
            <Caption1 className={styles.quiet}>{`${address} ${text}`}</Caption1>
            {change(column, headText(head))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A head of several lines in one. */
export const headText = (head: readonly string[]): string => head.join(' / ')
