import { Body1, Caption1, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { OfficeApi, Run, WaysUp as Told } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { grouped } from '../../ui/figure.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  way: { display: 'grid' },
  enough: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface WaysUpProps {
  readonly api: OfficeApi
  readonly run: Run
  /** The unit's own row of the ranking. */
  readonly own: Run['pools'][number]['rows'][number]
  /** Places ahead of the unit, the nearest first. */
  readonly ahead: readonly number[]
  readonly onLapse: () => void
}

/** 进位测算: for each indicator by itself, how much more of it reaches a better place. */
export function WaysUp({ api, run, own, ahead, onLapse }: WaysUpProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [goal, setGoal] = useState(ahead[0] ?? 1)
  const { id } = own.unit
  const load = useCallback(() => api.waysUp(run.number, id, goal), [api, run.number, id, goal])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <section className={styles.root} aria-label={t('published.ways.list')}>
      <Select
        aria-label={t('published.ways.goal')}
        value={String(goal)}
        onChange={(_, { value }) => setGoal(Number(value))}
      >
        {ahead.map((rank) => (
          <option key={rank} value={rank}>
            {t('published.ways.rank', { rank })}
          </option>
        ))}
      </Select>
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {(told) => (told.kind === 'ways' ? <Ways told={told} run={run} own={own} /> : t(`published.ways.${told.kind}`))}
      </LoadedView>
      <Caption1 className={styles.quiet}>{t('published.ways.assumed', { run: run.number })}</Caption1>
    </section>
  )
}

interface WaysProps extends Pick<WaysUpProps, 'run' | 'own'> {
  readonly told: Extract<Told, { kind: 'ways' }>
}

function Ways({ told: { rank, total, ways }, run, own }: WaysProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const targetOf = (id: string) =>
    Number(own.indicators.find(({ indicator }) => indicator === id)?.figures?.target ?? NaN)
  // What asks least of the unit, measured by its own target, comes first; what is not enough comes last.
  const effort = (way: (typeof ways)[number]) =>
    way.kind === 'enough' ? Number(way.more) / (targetOf(way.indicator) || 1) : Infinity
  return (
    <>
      <Body1>{t('published.ways.holds', { rank, total })}</Body1>
      {ways.length === 0 && <Body1>{t('published.ways.none')}</Body1>}
      <ul className={styles.list}>
        {ways
          .toSorted((a, b) => (effort(a) < effort(b) ? -1 : effort(a) > effort(b) ? 1 : 0))
          .map((way) => {
            const about = run.indicators.find(({ id }) => id === way.indicator)
            const [title, measure] = [about?.title ?? way.indicator, about?.unit ?? '']
            if (way.kind !== 'enough') {
              const values = { title, total: way.kind === 'short' ? way.total : '' }
              return (
                <li key={way.indicator} className={styles.quiet}>
                  {t(`published.ways.${way.kind}`, values)}
                </li>
              )
            }
            const { more, figure, total: then, rank: reached } = way
            return (
              <li key={way.indicator} className={styles.way}>
                <span className={styles.enough}>
                  {t('published.ways.more', { title, more: grouped(more), unit: measure })}
                </span>
                <Caption1>
                  {t('published.ways.then', { figure: grouped(figure), unit: measure, total: then, rank: reached })}
                </Caption1>
              </li>
            )
          })}
      </ul>
    </>
  )
}
