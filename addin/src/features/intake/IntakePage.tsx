import { Button, Caption1, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SubmissionWindow } from '../../api/client.ts'
import type { Batch, BatchHead, IntakeApi } from '../../api/intake.ts'
import type { Keep } from '../../api/keep.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { BatchPage } from './BatchPage.tsx'
import { DropPlace } from './DropPlace.tsx'
import { sortFiles, type LeftOut } from './intake.ts'
import { dropOldReasons } from './kept-reasons.ts'
import { LeftBehind } from './LeftBehind.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  batch: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    maxWidth: '860px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  files: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
})

interface IntakePageProps {
  readonly api: IntakeApi
  readonly keep: Keep
  readonly username: string
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly windows: readonly SubmissionWindow[]
  readonly current: string | null
  /** The office may say which unit a file is of; a clerk's files are its own unit's. */
  readonly mayChooseUnit: boolean
  readonly onLapse: () => void
}

/** 来件: drop workbooks that came by mail, see what would become of each, and accept them. */
export function IntakePage(props: IntakePageProps) {
  const { api, keep, username, windows, current, onLapse } = props
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const load = useCallback(async () => {
    const answer = await api.batches()
    if (answer.ok)
      void dropOldReasons(
        keep,
        username,
        answer.value.batches.map(({ id }) => id),
      ).catch(() => undefined)
    return answer
  }, [api, keep, username])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act, dismiss } = useAct(onLapse)
  const cancelling = useRef(new AbortController())
  const [cancelled, setCancelled] = useState(false)
  const [opened, setOpened] = useState<Batch | string | null>(null)
  const [sending, setSending] = useState<readonly File[]>([])
  const [left, setLeft] = useState<readonly LeftOut[]>([])
  const begun = windows.filter(({ state }) => state !== 'future').toReversed()
  const [window, setWindow] = useState(current ?? begun[0]?.id ?? '')

  async function send(given: readonly File[]) {
    const { files, left: behind } = sortFiles(given)
    setLeft(behind)
    if (files.length === 0) return
    const { signal } = (cancelling.current = new AbortController())
    setCancelled(false)
    setSending(files)
    const answer = await act(() => api.send(window, files, signal))
    setSending([])
    if (!signal.aborted) return answer && setOpened(answer.batch)
    dismiss()
    setCancelled(true)
    // The service may have read them before it heard of it.
    void reload()
  }
  if (opened !== null) {
    const id = typeof opened === 'string' ? opened : opened.id
    return (
      <BatchPage
        key={id}
        {...props}
        id={id}
        first={typeof opened === 'string' ? null : opened}
        left={left}
        onBack={() => {
          setOpened(null)
          setLeft([])
          void reload()
        }}
      />
    )
  }
  const busy = acting.step === 'busy'
  return (
    <Page title={t('title')} text={t(props.mayChooseUnit ? 'text' : 'textOwn')}>
      <DropPlace
        windows={begun}
        window={window}
        busy={busy}
        onWindow={setWindow}
        onFiles={(files) => void send(files)}
      />
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <LeftBehind left={left} />
      {busy && (
        <div role="status">
          <Spinner size="small" label={t('reading', { count: sending.length })} labelPosition="after" />
          <ul className={styles.files}>
            {sending.map(({ name }, at) => (
              <li key={at}>{name}</li>
            ))}
          </ul>
          <Button onClick={() => cancelling.current.abort()}>{t('cancel')}</Button>
        </div>
      )}
      <div role="status">{cancelled && <Caption1>{t('cancelled')}</Caption1>}</div>
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ batches }) =>
          batches.length > 0 && (
            <section aria-label={t('earlier')}>
              <Subtitle2 as="h3">{t('earlier')}</Subtitle2>
              <ul className={styles.list}>
                {batches.map((batch) => (
                  <BatchLine key={batch.id} batch={batch} windows={windows} onOpen={() => setOpened(batch.id)} />
                ))}
              </ul>
            </section>
          )
        }
      </LoadedView>
    </Page>
  )
}

interface BatchLineProps {
  readonly batch: BatchHead
  readonly windows: readonly SubmissionWindow[]
  readonly onOpen: () => void
}

function BatchLine({ batch, windows, onOpen }: BatchLineProps) {
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const time = momentText(batch.receivedAt)
  return (
    <li className={styles.batch}>
      <div>
        {t('batch', { time })}
        <Caption1 block className={styles.quiet}>
          {`${windows.find(({ id }) => id === batch.window)?.title ?? batch.window} · ${t('expires', {
            time: momentText(batch.expiresAt),
          })}`}
        </Caption1>
      </div>
      <Button onClick={onOpen} aria-label={`${t('open')} ${time}`}>
        {t('open')}
      </Button>
    </li>
  )
}
