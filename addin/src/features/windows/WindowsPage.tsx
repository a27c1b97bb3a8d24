import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { LockOpen20Regular } from '@fluentui/react-icons/svg/lock-open'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, OfficeWindow, Reopening } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ActivityList } from './ActivityList.tsx'
import { LockDialog } from './LockDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

interface WindowsPageProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly now: () => number
  /** Else it is only looked at. */
  readonly mayChange: boolean
  readonly onLapse: () => void
}

/** 期次: what is open, what is locked by whom and why, who may hand in late; and the activities of the year. */
export function WindowsPage({ api, pack, units, now, mayChange, onLapse }: WindowsPageProps) {
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const load = useCallback(() => api.windows(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [all, setAll] = useState(false)
  const [asking, setAsking] = useState<{ kind: 'lock' | 'reopen'; window: OfficeWindow } | null>(null)
  const { acting, act } = useAct(onLapse)
  const close = () => setAsking(null)
  const save = async () => {
    const file = await act(() => api.file('/windows/calendar'))
    if (file) saveFile(file, t('windows.calendarName', { campaign: pack.title }))
  }
  const done = () => {
    close()
    void reload()
  }
  return (
    <Page
      title={t('windows.title')}
      text={t('windows.text')}
      actions={
        <Button icon={<ArrowDownload20Regular />} disabled={acting.step === 'busy'} onClick={() => void save()}>
          {t('windows.calendar')}
        </Button>
      }
    >
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ windows }) => {
          const recent = near(windows)
          const shown = all ? windows : recent
          return (
            <>
              <ul className={cards.list}>
                {shown.map((window) => (
                  <WindowCard
                    key={window.id}
                    window={window}
                    pack={pack}
                    units={units}
                    now={now}
                    mayChange={mayChange}
                    onLock={() => setAsking({ kind: 'lock', window })}
                    onReopen={() => setAsking({ kind: 'reopen', window })}
                  />
                ))}
              </ul>
              {recent.length < windows.length && (
                <div>
                  <Button onClick={() => setAll(!all)}>
                    {all ? t('windows.fewer') : t('windows.more', { count: windows.length })}
                  </Button>
                </div>
              )}
              {pack.activities && <ActivityList activities={pack.activities} windows={windows} now={now} />}
            </>
          )
        }}
      </LoadedView>
      {asking?.kind === 'lock' && (
        <LockDialog api={api} window={asking.window} onDone={done} onClose={close} onLapse={onLapse} />
      )}
      {asking?.kind === 'reopen' && (
        <ReopenDialog
          api={api}
          window={asking.window}
          pack={pack}
          units={units}
          now={now}
          onDone={done}
          onClose={close}
          onLapse={onLapse}
        />
      )}
    </Page>
  )
}

/** Those that are open, locked or reopened, and a few on either side. */
function near(windows: readonly OfficeWindow[]): readonly OfficeWindow[] {
  const at = windows.findLastIndex(({ state }) => state === 'open')
  return windows.filter(
    ({ locked, reopenings, state }, index) =>
      state === 'open' || locked !== null || reopenings.length > 0 || Math.abs(index - at) <= 1,
  )
}

interface WindowCardProps extends Pick<WindowsPageProps, 'pack' | 'units' | 'now' | 'mayChange'> {
  readonly window: OfficeWindow
  readonly onLock: () => void
  readonly onReopen: () => void
}

function WindowCard({ window, pack, units, now, mayChange, onLock, onReopen }: WindowCardProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { title, start, end, due, state, locked, reopenings } = window
  return (
    <li className={styles.card} aria-label={title}>
      <div className={cards.line}>
        <span className={styles.title}>{title}</span>
        <Badge appearance="tint" color={locked ? 'warning' : state === 'open' ? 'success' : 'informative'}>
          {locked ? t('windows.locked') : t(`windows.state.${state}`)}
        </Badge>
      </div>
      <Caption1 className={styles.quiet}>{t('windows.range', { start, end, due: momentText(due) })}</Caption1>
      {locked && (
        <Caption1>
          {t('windows.lockedBy', { decider: locked.decider, time: momentText(locked.at), reason: locked.reason })}
        </Caption1>
      )}
      {reopenings.map((reopening) => (
        <ReopeningLine key={`${reopening.at} ${reopening.expires}`} {...{ reopening, pack, units, now }} />
      ))}
      {mayChange && state !== 'future' && (
        <div className={cards.line}>
          <Button size="small" icon={locked ? <LockOpen20Regular /> : <LockClosed20Regular />} onClick={onLock}>
            {t(locked ? 'windows.unlock' : 'windows.lock')}
          </Button>
          <Button size="small" onClick={onReopen}>
            {t('windows.reopen')}
          </Button>
        </div>
      )}
    </li>
  )
}

function ReopeningLine({
  reopening,
  pack,
  units,
  now,
}: Pick<WindowCardProps, 'pack' | 'units' | 'now'> & { readonly reopening: Reopening }) {
  const { t } = useTranslation('office')
  const [openedAt] = useState(now)
  const running = Date.parse(reopening.expires) >= openedAt
  const named = (ids: readonly string[], of: ReadonlyMap<string, string>) =>
    ids.map((id) => of.get(id) ?? id).join(t('comma'))
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const annexes = new Map(pack.forms.map(({ id, annex }) => [id, annex]))
  const all = reopening.units.length === units.length
  return (
    <div>
      <Body1>
        {t('windows.reopening', {
          units: all ? t('windows.allUnits') : named(reopening.units, unitNames),
          forms: named(reopening.forms, annexes),
          expires: momentText(reopening.expires),
        })}
      </Body1>{' '}
      <Badge appearance="outline" size="small" color={running ? 'success' : 'informative'}>
        {t(running ? 'windows.running' : 'windows.expired')}
      </Badge>
      <Caption1 block>
        {t('windows.lockedBy', {
          decider: reopening.decider,
          time: momentText(reopening.at),
          reason: reopening.reason,
        })}
      </Caption1>
    </div>
  )
}
