import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Unit } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { TargetKey, TargetsByUnit } from '../../api/targets.ts'
import { grouped } from '../../ui/figure.ts'
import { keysIn } from './pasted-table.ts'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  scroll: { overflow: 'auto', maxHeight: '70vh' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '4px 6px',
    textAlign: 'right',
    verticalAlign: 'bottom',
    minWidth: '5em',
    maxWidth: '9em',
    fontWeight: tokens.fontWeightSemibold,
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  unit: {
    padding: '4px 6px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  corner: { zIndex: 2 },
  cell: { padding: '4px 6px', textAlign: 'right', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  none: { color: tokens.colorNeutralForeground3 },
})

interface TargetTableProps {
  readonly targets: TargetsByUnit
  readonly keys: readonly TargetKey[]
  readonly units: readonly Unit[]
}

/** All targets, unit by unit; a dash is no task. */
export function TargetTable({ targets, keys, units }: TargetTableProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const shown = keysIn(keys, targets)
  return (
    <details>
      <summary className={styles.summary}>{t('targets.table')}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('targets.table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.unit, styles.corner)}>
                {t('targets.unit')}
              </th>
              {shown.map(({ key, title, unit }) => (
                <th key={key} scope="col" className={styles.head}>
                  {t('targets.measured', { title, unit })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row" className={styles.unit}>
                  {name}
                </th>
                {shown.map(({ key }) => (
                  <td key={key} className={styles.cell}>
                    {targets[id]?.[key] === undefined ? (
                      <span className={styles.none}>—</span>
                    ) : (
                      grouped(targets[id][key])
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
