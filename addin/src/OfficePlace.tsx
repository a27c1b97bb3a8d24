import { useMemo } from 'react'
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

/** The places of the office's desk. */
export type Place =
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

interface OfficePlaceProps {
  readonly place: Place
  readonly window: VerifierDeskProps['windows'][number] | undefined
  readonly mayChange: boolean
  readonly desk: VerifierDeskProps
}

/** What is done at one place of the office's desk. */
export function OfficePlace({ place, window, mayChange, desk }: OfficePlaceProps) {
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
