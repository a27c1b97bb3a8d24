import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import type { Unit } from '@kaohe/shared-rules'
import { useTranslation } from '../i18n/use-translation.ts'
import type { TargetDifference, TargetKey } from '../api/targets.ts'
import { grouped } from './figure.ts'

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: '60vh' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: '720px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  word: { padding: '4px 6px 4px 0', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  figure: { padding: '4px 0 4px 6px', textAlign: 'right' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  new: { fontWeight: tokens.fontWeightSemibold },
})

interface TargetDifferencesProps {
  /** What it is held against. */
  readonly title: string
  readonly differences: readonly TargetDifference[]
  readonly keys: readonly Pick<TargetKey, 'key' | 'title' | 'unit'>[]
  readonly units: readonly Unit[]
}

/** Each target that two versions do not share: before and after. */
export function TargetDifferences({ title, differences, keys, units }: TargetDifferencesProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const shown = (figure: string | null) => (figure === null ? t('targets.noTask') : grouped(figure))
  return (
    <section>
      <Subtitle2 as="h3">{t('targets.counted', { title, count: differences.length })}</Subtitle2>
      {differences.length === 0 ? (
        <Caption1 block>{t('targets.same')}</Caption1>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.word}>
                  {t('targets.unit')}
                </th>
                <th scope="col" className={styles.word}>
                  {t('targets.task')}
                </th>
                <th scope="col" className={styles.figure}>
                  {t('targets.before')}
                </th>
                <th scope="col" className={styles.figure}>
                  {t('targets.after')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ unit, key, from, to }) => {
                const about = keys.find((one) => one.key === key)
                return (
                  <tr key={`${unit} ${key}`} className={styles.row}>
                    <th scope="row" className={styles.word}>
                      {units.find(({ id }) => id === unit)?.name ?? unit}
                    </th>
                    <td className={styles.word}>
                      {about ? t('targets.measured', { title: about.title, unit: about.unit }) : key}
                    </td>
                    <td className={styles.figure}>{shown(from)}</td>
                    <td className={mergeClasses(styles.figure, styles.new)}>{shown(to)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
