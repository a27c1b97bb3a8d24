import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Building24Regular } from '@fluentui/react-icons/svg/building'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ProjectsApi } from '../../api/projects.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { LibraryView } from './LibraryView.tsx'
import { ListsView } from './ListsView.tsx'
import { ProjectView } from './ProjectView.tsx'
import { RegistrationsView } from './RegistrationsView.tsx'

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap', flexShrink: 0 } })

type View = 'library' | 'lists' | 'registrations'

interface ProjectsPageProps {
  readonly api: ProjectsApi
  /** Takes projects in, lets them go, and says which line of the 入统名录 is which project. */
  readonly mayDecide: boolean
  /** A unit sees its own projects, and nothing of the 入统名录. */
  readonly seesRegistrations: boolean
  readonly onLapse: () => void
}

/** 项目库: the projects and what is to be done about them, and how they go together with the 入统名录. */
export function ProjectsPage({ api, mayDecide, seesRegistrations, onLapse }: ProjectsPageProps) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  const load = useCallback(() => api.projects(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [view, setView] = useState<View>('library')
  const [opened, setOpened] = useState<string | null>(null)
  if (opened !== null) {
    const back = () => {
      setOpened(null)
      void reload()
    }
    return <ProjectView key={opened} {...{ api, mayDecide, onLapse }} number={opened} onBack={back} />
  }
  const views: readonly View[] = ['library', 'lists', ...(seesRegistrations ? (['registrations'] as const) : [])]
  return (
    <Page
      title={t('title')}
      text={t('text')}
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
        {({ projects }) => (
          <>
            <TabList
              className={styles.tabs}
              aria-label={t('title')}
              selectedValue={view}
              onTabSelect={(_, { value }) => setView(value as View)}
            >
              {views.map((one) => (
                <Tab key={one} value={one}>
                  {t(`views.${one}`)}
                </Tab>
              ))}
            </TabList>
            {view === 'library' &&
              (projects.length === 0 ? (
                <EmptyState icon={<Building24Regular />} title={t('none')} text={t('noneText')} />
              ) : (
                <LibraryView projects={projects} onOpen={setOpened} />
              ))}
            {view === 'lists' && <ListsView {...{ api, projects, onLapse }} onOpen={setOpened} />}
            {view === 'registrations' && <RegistrationsView {...{ api, mayDecide, onLapse }} onOpen={setOpened} />}
          </>
        )}
      </LoadedView>
    </Page>
  )
}
