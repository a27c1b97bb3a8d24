import { Body1, Field, Select } from '@fluentui/react-components'
import { ArrowSort24Regular } from '@fluentui/react-icons/svg/arrow-sort'
import { useCallback, useState } from 'react'
import type { OfficeApi, Run, RunHead, UnitChange } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { UnitChangeCard } from './UnitChangeCard.tsx'

interface RunChangesViewProps {
  readonly run: Run
  readonly api: OfficeApi
  readonly onLapse: () => void
}

/** 名次变动: why each unit moved since an earlier run; the run before this one unless another is chosen. */
export function RunChangesView({ run, api, onLapse }: RunChangesViewProps) {
  const { t } = useTranslation('office')
  const load = useCallback(() => api.runs(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [chosen, setChosen] = useState('')
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ runs }) => {
        const earlier = earlierRuns(runs, run.number)
        const from = earlier.find(({ number }) => number === chosen) ?? earlier[0]
        if (!from) {
          return (
            <EmptyState
              icon={<ArrowSort24Regular />}
              title={t('runs.change.first')}
              text={t('runs.change.firstText')}
            />
          )
        }
        return (
          <>
            <Field label={t('runs.change.from')}>
              <Select value={from.number} onChange={(_, { value }) => setChosen(value)}>
                {earlier.map(({ number, title, draftedAt }) => (
                  <option key={number} value={number}>
                    {`${number} ${title} · ${momentText(draftedAt)}`}
                  </option>
                ))}
              </Select>
            </Field>
            <Changes key={from.number} from={from.number} {...{ run, api, onLapse }} />
          </>
        )
      }}
    </LoadedView>
  )
}

function Changes({ run, api, from, onLapse }: RunChangesViewProps & { readonly from: string }) {
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const { number } = run
  const load = useCallback(() => api.changes(number, from), [api, number, from])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ changes }) => {
        const moved = changes.filter(hasMoved)
        if (moved.length === 0) return <Body1>{t('runs.change.none')}</Body1>
        const still = changes.length - moved.length
        return (
          <>
            {run.pools.map(({ pool, title }) => {
              const own = moved.filter((one) => one.pool === pool).toSorted(byMove)
              return (
                own.length > 0 && (
                  <ul key={pool} className={cards.list} aria-label={title}>
                    {own.map((change) => (
                      <UnitChangeCard key={change.unit} change={change} run={run} pool={title} />
                    ))}
                  </ul>
                )
              )
            })}
            {still > 0 && <Body1>{t('runs.change.unchanged', { count: still })}</Body1>}
          </>
        )
      }}
    </LoadedView>
  )
}

/** The latest first: runs are numbered in the order in which they were made. */
function earlierRuns(runs: readonly RunHead[], number: string): readonly RunHead[] {
  const inOrder = (one: string, other: string) => one.localeCompare(other, 'zh-CN', { numeric: true })
  return runs
    .filter((one) => inOrder(one.number, number) < 0)
    .toSorted((one, other) => inOrder(other.number, one.number))
}

const hasMoved = ({ ranks, totals, steps }: UnitChange): boolean =>
  steps.length > 0 || ranks[0] !== ranks[1] || totals[0] !== totals[1]

/** Those that moved furthest first, up or down. */
function byMove(one: UnitChange, other: UnitChange): number {
  const distance = ({ ranks: [before, after] }: UnitChange) =>
    before === null || after === null ? 0 : Math.abs(before - after)
  return distance(other) - distance(one)
}
