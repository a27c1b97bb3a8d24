import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import type { Pack } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SubmissionWindow } from '../../api/client.ts'
import type { Board, OfficeApi } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { byPool, isShown, reminders, shows, type Show } from './board.ts'
import { BoardMatrix } from './BoardMatrix.tsx'

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  strong: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  locked: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorStatusWarningForeground3 },
  shows: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  show: { minWidth: 'auto' },
})

interface BoardPageProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly window: SubmissionWindow
  readonly onLapse: () => void
}

/** 上报情况: how complete a window is, who is late with what, how far it is verified, and what to look at. */
export function BoardPage({ api, pack, window, onLapse }: BoardPageProps) {
  const { t } = useTranslation('office')
  const load = useCallback(() => api.board(window.id), [api, window.id])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <Page
      title={`${t('board.title')} · ${window.title}`}
      actions={
        <Button
          appearance="subtle"
          icon={<ArrowClockwise20Regular />}
          aria-label={t('reload')}
          onClick={() => void reload()}
        />
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {(board) => <BoardView board={board} pack={pack} />}
      </LoadedView>
    </Page>
  )
}

function BoardView({ board, pack }: { readonly board: Board; readonly pack: Pack }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [show, setShow] = useState<Show>('all')
  const rows = board.rows.filter((row) => isShown(row, show))
  return (
    <>
      <Summary board={board} />
      <Reminder board={board} pack={pack} />
      <div className={styles.shows} role="group" aria-label={t('board.show.label')}>
        {shows.map((one) => (
          <ToggleButton
            key={one}
            className={styles.show}
            size="small"
            shape="circular"
            checked={show === one}
            onClick={() => setShow(one)}
          >
            {`${t(`board.show.${one}`)} ${board.rows.filter((row) => isShown(row, one)).length}`}
          </ToggleButton>
        ))}
      </div>
      {rows.length === 0 && <EmptyState icon="✓" title={t('board.nobody')} text={t('board.nobodyText')} />}
      {byPool(pack, rows).map((pool) => (
        <BoardMatrix key={pool.id} pool={pool} pack={pack} />
      ))}
    </>
  )
}

function Summary({ board }: { readonly board: Board }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { asked, complete, onTime, late, empty, returned, missing } = board.completeness
  const { due, locked } = board.window
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        <span className={styles.strong}>{t('board.complete', { complete, asked })}</span>
        <Caption1 className={styles.quiet}>{t('board.due', { time: momentText(due) })}</Caption1>
        {locked && (
          <Caption1 className={styles.locked}>
            <LockClosed16Regular aria-hidden />
            {t('board.locked', { decider: locked.decider, reason: locked.reason })}
          </Caption1>
        )}
      </div>
      <Meter
        total={asked}
        parts={[
          { kind: 'done', count: onTime },
          { kind: 'trouble', count: late },
          { kind: 'bad', count: empty + returned },
        ]}
      />
      <Caption1 className={styles.quiet}>{t('board.parts', { onTime, late, empty, returned, missing })}</Caption1>
    </div>
  )
}

/** The list of who still has to hand in what, ready for a notice. */
function Reminder({ board, pack }: { readonly board: Board; readonly pack: Pack }) {
  const { t } = useTranslation('office')
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const list = reminders(pack, board)
  const text = [
    t('board.reminder', { window: board.window.title, due: momentText(board.window.due) }),
    ...list.map(({ unit, forms }) => t('board.reminderLine', { unit, forms: forms.join(t('comma')) })),
  ].join('\n')
  if (list.length === 0) return null
  return (
    <div>
      <Button
        icon={<Copy20Regular />}
        onClick={() =>
          // Missing on plain http, and refused by some hosts.
          void (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
            () => setCopied('yes'),
            () => setCopied('refused'),
          )
        }
      >
        {`${t('board.copy')} (${list.length})`}
      </Button>
      <div role="status">
        {copied === 'yes' && <Caption1>{t('board.copied', { count: list.length })}</Caption1>}
        {copied === 'refused' && (
          <>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('board.copyFailed')}</MessageBarBody>
            </MessageBar>
            <Textarea readOnly value={text} rows={6} style={{ width: '100%' }} />
          </>
        )}
      </div>
    </div>
  )
}
