import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SubmissionWindow } from '../../api/client.ts'
import type { Batch, IntakeApi } from '../../api/intake.ts'
import type { Keep } from '../../api/keep.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EntryCard } from './EntryCard.tsx'
import { acceptanceOf, markOf, marks, turnedDownText, type EntryMark, type LeftOut } from './intake.ts'
import { useKeptReasons } from './kept-reasons.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { useAccepting } from './use-accepting.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    maxWidth: '960px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  show: { minWidth: 'auto' },
})

interface BatchPageProps {
  readonly api: IntakeApi
  readonly keep: Keep
  readonly username: string
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly windows: readonly SubmissionWindow[]
  readonly mayChooseUnit: boolean
  readonly id: string
  /** The batch as it was answered when it was sent; else it is asked for. */
  readonly first: Batch | null
  readonly left: readonly LeftOut[]
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** One batch: every file with its verdict, and accepting them one by one or all that are in order. */
export function BatchPage({ api, id, first, onBack, onLapse, left, windows, ...rest }: BatchPageProps) {
  const { t } = useTranslation('intake')
  const load = useCallback(
    () => (first ? Promise.resolve({ ok: true as const, value: { batch: first } }) : api.batch(id)),
    [api, id, first],
  )
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <Page
      title={t('batchTitle')}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <LeftBehind left={left} />
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ batch }) => <BatchView {...rest} {...{ api, windows, onLapse }} given={batch} />}
      </LoadedView>
    </Page>
  )
}

interface BatchViewProps extends Pick<
  BatchPageProps,
  'api' | 'keep' | 'username' | 'pack' | 'units' | 'windows' | 'mayChooseUnit' | 'onLapse'
> {
  readonly given: Batch
}

function BatchView({ api, keep, username, given, onLapse, ...rest }: BatchViewProps) {
  const { pack, units, windows, mayChooseUnit } = rest
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const { acting, act } = useAct(onLapse)
  const { reasons, write, forget } = useKeptReasons(keep, username, given.id)
  const { batch, setBatch, turnedDown, progress, stopped, accept, cancel } = useAccepting({
    ...{ api, given, act },
    onAccepted: (now) =>
      forget(now.entries.flatMap(({ seq, outcome }) => (markOf(outcome) === 'accepted' ? [seq] : []))),
  })
  const [show, setShow] = useState<EntryMark | null>(null)
  const busy = acting.step === 'busy'
  const { entries } = batch
  const shown = marks.flatMap((mark) =>
    show !== null && show !== mark ? [] : entries.filter(({ outcome }) => markOf(outcome) === mark),
  )
  const green = entries.flatMap((entry) => (markOf(entry.outcome) === 'green' ? (acceptanceOf(entry, {}) ?? []) : []))
  const hasFaults = entries.some(({ outcome }) => !['green', 'accepted'].includes(markOf(outcome)))

  async function save() {
    const file = await act(() => api.faults(batch.id))
    if (file) saveFile(file, `${t('faultsFile')} ${momentText(batch.receivedAt).replace(':', '')}.csv`)
  }
  return (
    <>
      <Caption1 className={styles.quiet}>
        {[
          t('batch', { time: momentText(batch.receivedAt) }),
          windows.find(({ id }) => id === batch.window)?.title ?? batch.window,
          t('expires', { time: momentText(batch.expiresAt) }),
        ].join(' · ')}
      </Caption1>
      <div className={styles.bar}>
        {green.length > 0 && (
          <Button
            appearance="primary"
            disabled={busy}
            icon={busy ? <Spinner size="tiny" /> : null}
            onClick={() => void accept(green)}
          >
            {t('acceptGreen', { count: green.length })}
          </Button>
        )}
        {progress && <Button onClick={cancel}>{t('app.stop')}</Button>}
        {hasFaults && (
          <Button icon={<DocumentArrowDown20Regular />} disabled={busy} onClick={() => void save()}>
            {t('faults')}
          </Button>
        )}
      </div>
      <div className={styles.bar} role="group" aria-label={t('show')}>
        {marks.map((mark) => {
          const count = entries.filter(({ outcome }) => markOf(outcome) === mark).length
          return (
            (count > 0 || show === mark) && (
              <ToggleButton
                key={mark}
                className={styles.show}
                size="small"
                shape="circular"
                checked={show === mark}
                onClick={() => setShow(show === mark ? null : mark)}
              >
                {`${t(`mark.${mark}`)} ${count}`}
              </ToggleButton>
            )
          )
        })}
      </div>
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <div role="status">
        {progress && <Caption1>{t('accepting', { ...progress })}</Caption1>}
        {stopped && <Caption1>{t('acceptStopped', { done: stopped.done, left: stopped.of - stopped.done })}</Caption1>}
        {turnedDown.length > 0 && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{t('someTurnedDown', { count: turnedDown.length })}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <ul className={styles.list}>
        {shown.map((entry) => {
          const refused = turnedDown.find(({ seq }) => seq === entry.seq)
          return (
            <EntryCard
              key={entry.seq}
              {...{ entry, batch: batch.id, api, pack, units, windows, busy, onLapse }}
              refused={refused ? turnedDownText(refused) : null}
              reasons={reasons[entry.seq] ?? {}}
              onReason={(key, sentence) => write(entry.seq, key, sentence)}
              onAccept={(acceptance) => void accept([acceptance])}
              onUnit={
                mayChooseUnit
                  ? (unit) =>
                      void act(() => api.setUnit(batch.id, entry.seq, unit)).then(
                        (answer) => answer && setBatch(answer.batch),
                      )
                  : null
              }
            />
          )
        })}
      </ul>
    </>
  )
}
