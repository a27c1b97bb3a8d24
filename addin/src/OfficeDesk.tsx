import { makeStyles, mergeClasses, Select, Tab, TabList, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import { intakeApi } from './api/intake.ts'
import { objectionsApi } from './api/objections.ts'
import { projectsApi } from './api/projects.ts'
import { rectificationsApi } from './api/rectifications.ts'
import { judgingApi } from './api/judging.ts'
import { officeApi } from './api/office.ts'
import { registersApi } from './api/registers.ts'
import { targetsApi } from './api/targets.ts'
import { templatesApi } from './api/templates.ts'
import { AuditPage } from './features/audit/AuditPage.tsx'
import { BoardPage } from './features/board/BoardPage.tsx'
import { FindingsPage } from './features/findings/FindingsPage.tsx'
import { IntakePage } from './features/intake/IntakePage.tsx'
import { RankingPanel } from './features/ranking/RankingPanel.tsx'
import { RegistersPage } from './features/registers/RegistersPage.tsx'
import { RunsPage } from './features/runs/RunsPage.tsx'
import { TargetsPage } from './features/targets/TargetsPage.tsx'
import { TemplatesPage } from './features/templates/TemplatesPage.tsx'
import { ObjectionsPage } from './features/objections/ObjectionsPage.tsx'
import { ProjectsPage } from './features/projects/ProjectsPage.tsx'
import { RectificationsPage } from './features/rectifications/RectificationsPage.tsx'
import { JudgingPage } from './features/judging/JudgingPage.tsx'
import { VerifierDesk, type VerifierDeskProps } from './features/verifying/VerifierDesk.tsx'
import { WindowsPage } from './features/windows/WindowsPage.tsx'
import { EmptyState } from './ui/EmptyState.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexGrow: 1, minHeight: 0 },
  narrow: { flexDirection: 'column' },
  side: {
    flexShrink: 0,
    width: '180px',
    padding: tokens.spacingVerticalM,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { flexGrow: 1, minWidth: '120px' },
  page: { flexGrow: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
})

type Place =
  | 'board'
  | 'intake'
  | 'windows'
  | 'targets'
  | 'registers'
  | 'templates'
  | 'judging'
  | 'objections'
  | 'rectifications'
  | 'projects'
  | 'verifying'
  | 'findings'
  | 'runs'
  | 'ranking'
  | 'audit'

interface OfficeDeskProps extends VerifierDeskProps {
  /** Room for a list of places beside the page; in the pane it is a choice above it. */
  readonly wide?: boolean
  /** The leading group sees what the office sees, decides awards and signs; everything else is the office's. */
  readonly mayChange: boolean
}

/** The office's desk: puts its features together, one place at a time. */
export function OfficeDesk({ wide = false, mayChange, ...desk }: OfficeDeskProps) {
  const { book, windows, current } = desk
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [place, setPlace] = useState<Place>(book ? 'ranking' : 'board')
  const [chosen, setChosen] = useState(current)
  const places: readonly Place[] = [
    ...(book ? (['ranking'] as const) : []),
    'board',
    ...(mayChange ? (['intake'] as const) : []),
    'windows',
    'targets',
    'registers',
    ...(mayChange ? (['templates'] as const) : []),
    ...(mayChange ? (['verifying'] as const) : []),
    'projects',
    'objections',
    'rectifications',
    'judging',
    'findings',
    'runs',
    'audit',
  ]
  const begun = windows.filter(({ state }) => state !== 'future').toReversed()
  const window = begun.find(({ id }) => id === chosen) ?? begun[0]

  const windowSelect = (
    <Select aria-label={t('window')} value={window?.id ?? ''} onChange={(_, { value }) => setChosen(value)}>
      {begun.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  )
  return (
    <div className={mergeClasses(styles.root, !wide && styles.narrow)}>
      {wide ? (
        <nav className={styles.side} aria-label={t('nav.label')}>
          <TabList vertical selectedValue={place} onTabSelect={(_, { value }) => setPlace(value as Place)}>
            {places.map((one) => (
              <Tab key={one} value={one}>
                {t(`nav.${one}`)}
              </Tab>
            ))}
          </TabList>
          {place === 'board' && windowSelect}
        </nav>
      ) : (
        <nav className={styles.top} aria-label={t('nav.label')}>
          <Select
            className={styles.grow}
            aria-label={t('nav.label')}
            value={place}
            onChange={(_, { value }) => setPlace(value as Place)}
          >
            {places.map((one) => (
              <option key={one} value={one}>
                {t(`nav.${one}`)}
              </option>
            ))}
          </Select>
          {place === 'board' && windowSelect}
        </nav>
      )}
      <div className={styles.page}>
        <OpenPlace
          key={`${place} ${window?.id ?? ''}`}
          place={place}
          window={window}
          mayChange={mayChange}
          desk={desk}
        />
      </div>
    </div>
  )
}

interface OpenPlaceProps {
  readonly place: Place
  readonly window: VerifierDeskProps['windows'][number] | undefined
  readonly mayChange: boolean
  readonly desk: VerifierDeskProps
}

function OpenPlace({ place, window, mayChange, desk }: OpenPlaceProps) {
  const { t } = useTranslation('office')
  const { pack, units, windows, current, now, onLapse } = desk
  const api = useMemo(() => officeApi(desk.api), [desk.api])
  const targets = useMemo(() => targetsApi(desk.api), [desk.api])
  const registers = useMemo(() => registersApi(desk.api), [desk.api])
  const templates = useMemo(() => templatesApi(desk.api), [desk.api])
  const projects = useMemo(() => projectsApi(desk.api), [desk.api])
  const objections = useMemo(() => objectionsApi(desk.api), [desk.api])
  const rectifications = useMemo(() => rectificationsApi(desk.api), [desk.api])
  const judging = useMemo(() => judgingApi(desk.api), [desk.api])
  const intake = useMemo(() => intakeApi(desk.api), [desk.api])
  switch (place) {
    case 'board':
      return window ? (
        <BoardPage api={api} pack={pack} window={window} onLapse={onLapse} />
      ) : (
        <EmptyState icon="…" title={t('board.none')} />
      )
    case 'intake':
      return (
        <IntakePage
          {...{ pack, units, windows, current, onLapse, keep: desk.keep, username: desk.account.username }}
          api={intake}
          mayChooseUnit
        />
      )
    case 'projects':
      return <ProjectsPage {...{ api: projects, mayDecide: mayChange, onLapse }} seesRegistrations />
    case 'objections':
      return (
        <ObjectionsPage {...{ api: objections, pack, units, windows, onLapse }} part={mayChange ? 'answer' : 'look'} />
      )
    case 'rectifications':
      return <RectificationsPage {...{ api: rectifications, pack, units, onLapse }} mayFile={false} />
    case 'judging':
      return <JudgingPage {...{ api: judging, pack, units, mayChange, onLapse }} username={desk.account.username} />
    case 'windows':
      return <WindowsPage {...{ api, pack, units, now, mayChange, onLapse }} />
    case 'targets':
      return <TargetsPage {...{ api: targets, units, now, mayChange, onLapse }} />
    case 'registers':
      return <RegistersPage {...{ api: registers, pack, username: desk.account.username, mayChange, onLapse }} />
    case 'templates':
      return <TemplatesPage {...{ api: templates, pack, units, onLapse }} />
    case 'verifying':
      return <VerifierDesk {...desk} />
    case 'findings':
      return <FindingsPage {...{ api, pack, units, mayChange, onLapse }} />
    case 'runs':
      return <RunsPage {...{ api, pack, windows, current, mayChange, onLapse }} />
    case 'ranking':
      return (
        desk.book && (
          <RankingPanel
            api={desk.api}
            sheets={desk.book.reportSheets}
            campaign={desk.campaign}
            pools={pack.pools}
            windows={windows}
            current={current}
            onLapse={onLapse}
          />
        )
      )
    case 'audit':
      return <AuditPage api={api} onLapse={onLapse} />
  }
}
