import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Subtitle2,
  tokens,
} from '@fluentui/react-components'
import { Megaphone24Regular } from '@fluentui/react-icons/svg/megaphone'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, Run, RunHead } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { RankBars } from '../../ui/RankBars.tsx'
import { OwnFigures } from './OwnFigures.tsx'
import { Winners } from './Winners.tsx'

const useStyles = makeStyles({
  pools: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface PublishedPageProps {
  readonly api: OfficeApi
  /** The reader's own unit, whose figures are shown with the result. */
  readonly unit: string | null
  /** What concerns the reader alone, above the result. */
  readonly before?: ReactNode
  readonly onLapse: () => void
}

/** 公布栏: what has been published, for everybody; own figures for whose they are. */
export function PublishedPage({ api, unit, before, onLapse }: PublishedPageProps) {
  const { t } = useTranslation('office')
  const load = useCallback(() => api.runs(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ runs }) => {
        const published = runs.filter(({ status }) => status === 'published').toReversed()
        const head = published.find(({ number }) => number === chosen) ?? published[0]
        if (!head) {
          return (
            <Page title={t('published.title')} actions={<Button onClick={() => void reload()}>{t('reload')}</Button>}>
              {before}
              <EmptyState icon={<Megaphone24Regular />} title={t('published.none')} text={t('published.noneText')} />
            </Page>
          )
        }
        return (
          <Page
            title={t('published.title')}
            actions={<RunSelect runs={published} value={head.number} onPick={setChosen} />}
          >
            {before}
            <PublishedRun key={head.number} api={api} number={head.number} unit={unit} onLapse={onLapse} />
          </Page>
        )
      }}
    </LoadedView>
  )
}

interface RunSelectProps {
  readonly runs: readonly RunHead[]
  readonly value: string
  readonly onPick: (number: string) => void
}

function RunSelect({ runs, value, onPick }: RunSelectProps) {
  const { t } = useTranslation('office')
  return (
    <Select aria-label={t('runs.title')} value={value} onChange={(_, data) => onPick(data.value)}>
      {runs.map(({ number, title }) => (
        <option key={number} value={number}>
          {`${number} ${title}`}
        </option>
      ))}
    </Select>
  )
}

interface PublishedRunProps extends Omit<PublishedPageProps, 'before'> {
  readonly number: string
}

function PublishedRun({ api, number, unit, onLapse }: PublishedRunProps) {
  const load = useCallback(() => api.run(number), [api, number])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ run }) => <Result {...{ api, run, unit, onLapse }} />}
    </LoadedView>
  )
}

interface ResultProps extends Omit<PublishedPageProps, 'before'> {
  readonly run: Run
}

function Result({ api, run, unit, onLapse }: ResultProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { signed, publishedAt } = run
  return (
    <>
      <Caption1 className={styles.quiet}>
        {[
          `${run.number} ${run.title}`,
          ...(signed
            ? [
                t('runs.signed', {
                  decider: signed.decider ?? '',
                  document: signed.document ?? '',
                  time: momentText(signed.at),
                }),
              ]
            : []),
          ...(publishedAt === null ? [] : [t('runs.published', { time: momentText(publishedAt) })]),
        ].join(' · ')}
      </Caption1>
      {!run.pack.official && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{run.pack.notice}</MessageBarBody>
        </MessageBar>
      )}
      {unit !== null && <OwnFigures {...{ api, run, unit, onLapse }} />}
      <Winners run={run} unit={unit} />
      <div className={styles.pools}>
        {run.pools.map(({ pool, title, rows }) => (
          <section key={pool} aria-label={t('published.ranking', { pool: title })}>
            <Subtitle2 as="h3">{t('published.ranking', { pool: title })}</Subtitle2>
            <RankBars
              label={t('published.ranking', { pool: title })}
              bars={rows.map(({ rank, unit: one, total }) => ({
                key: one.id,
                rank,
                name: one.name,
                total: total.kind === 'total' ? total.shown : null,
                otherwise: t('runs.withheld'),
                own: one.id === unit,
              }))}
            />
          </section>
        ))}
      </div>
    </>
  )
}
