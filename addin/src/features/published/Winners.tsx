import { Badge, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { Trophy20Regular } from '@fluentui/react-icons/svg/trophy'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Run } from '../../api/office.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  award: {
    display: 'grid',
    gap: '4px',
    alignContent: 'start',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { display: 'flex', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  units: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
})

/** Award by award, who won. */
export function Winners({ run, unit }: { readonly run: Run; readonly unit: string | null }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const names = new Map(run.pools.flatMap(({ rows }) => rows.map((row) => [row.unit.id, row.unit.name] as const)))
  return (
    <section aria-label={t('published.awards')}>
      <Subtitle2 as="h3">{t('published.awards')}</Subtitle2>
      <ul className={styles.list}>
        {run.awards
          .filter(({ status }) => status !== 'pending')
          .map(({ award, title, winners }) => (
            <li key={award} className={styles.award}>
              <span className={styles.title}>
                <Trophy20Regular aria-hidden />
                {title}
              </span>
              <span className={styles.units}>
                {winners.map((winner) => (
                  <Badge
                    key={winner}
                    appearance={winner === unit ? 'filled' : 'tint'}
                    color={winner === unit ? 'brand' : 'informative'}
                    size="large"
                  >
                    {names.get(winner) ?? winner}
                  </Badge>
                ))}
                {winners.length === 0 && <Caption1>{t('published.noWinner')}</Caption1>}
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}
