import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Template } from '../../api/templates.ts'
import { pictureOf } from './picture.ts'

const useStyles = makeStyles({
  root: { minWidth: 0 },
  scroll: {
    overflow: 'auto',
    maxHeight: '60vh',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '2px 4px',
    verticalAlign: 'middle',
    whiteSpace: 'pre-wrap',
  },
  head: { textAlign: 'center', fontWeight: tokens.fontWeightSemibold },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  input: { backgroundColor: tokens.colorStatusWarningBackground1 },
})

interface SheetPictureProps {
  readonly title: string
  readonly sheet: Template['annex'][number]
}

/** A sheet to look at: its texts and figures where they stand, joined cells joined, cells for typing tinted. */
export function SheetPicture({ title, sheet }: SheetPictureProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { rows, left } = pictureOf(sheet)
  return (
    <section className={styles.root}>
      <Subtitle2 as="h3">{t('templates.pictureOf', { title, sheet: sheet.name })}</Subtitle2>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={styles.table} aria-label={title}>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                {cells.map(({ column, text, style, rowSpan, colSpan, width }) => (
                  <td
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={colSpan}
                    style={{ minWidth: `${width}ch` }}
                    className={mergeClasses(
                      styles.cell,
                      /head|title|centre/.test(style) && styles.head,
                      style.endsWith('right') && styles.figure,
                      style.startsWith('input') && styles.input,
                    )}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <Caption1>{t('templates.rowsLeft', { count: left })}</Caption1>}
    </section>
  )
}
