import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import { judgingApi } from './api/judging.ts'
import { objectionsApi } from './api/objections.ts'
import { officeApi } from './api/office.ts'
import { projectsApi } from './api/projects.ts'
import { JudgingPage } from './features/judging/JudgingPage.tsx'
import { ObjectionsPage } from './features/objections/ObjectionsPage.tsx'
import { ProjectsPage } from './features/projects/ProjectsPage.tsx'
import { VerifierDesk, type VerifierDeskProps } from './features/verifying/VerifierDesk.tsx'
import { WindowsPage } from './features/windows/WindowsPage.tsx'

const useStyles = makeStyles({
  tabs: { flexShrink: 0, flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

type Place = 'verifying' | 'objections' | 'projects' | 'judging' | 'windows'

interface BureauOfficeProps extends VerifierDeskProps {
  readonly bureau: string | null
}

/** What a bureau finds on the page `/office`: verifying, objections to what it verified, the project library where it keeps it or its statistics, judging, and the windows with the activities. */
export function BureauOffice({ bureau, ...desk }: BureauOfficeProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const projects = useMemo(() => projectsApi(desk.api), [desk.api])
  const objections = useMemo(() => objectionsApi(desk.api), [desk.api])
  const office = useMemo(() => officeApi(desk.api), [desk.api])
  const judging = useMemo(() => judgingApi(desk.api), [desk.api])
  const [place, setPlace] = useState<Place>('verifying')
  const libraries = desk.pack.forms.flatMap(({ ledgers }) => ledgers.flatMap(({ library }) => library ?? []))
  const keeps = libraries.some(({ keeper, registrar }) => bureau === keeper || bureau === registrar)
  const places: readonly Place[] = [
    'verifying',
    'objections',
    ...(keeps ? (['projects'] as const) : []),
    'judging',
    'windows',
  ]
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={t('nav.label')}
        selectedValue={place}
        onTabSelect={(_, { value }) => setPlace(value as Place)}
      >
        {places.map((one) => (
          <Tab key={one} value={one}>
            {t(one === 'verifying' ? 'nav.ownVerifying' : `nav.${one}`)}
          </Tab>
        ))}
      </TabList>
      {place === 'verifying' && <VerifierDesk {...desk} />}
      {place === 'objections' && <ObjectionsPage {...desk} api={objections} part="answer" />}
      {place === 'projects' && <ProjectsPage api={projects} mayDecide seesRegistrations onLapse={desk.onLapse} />}
      {place === 'windows' && <WindowsPage {...desk} api={office} mayChange={false} />}
      {place === 'judging' && (
        <JudgingPage
          api={judging}
          pack={desk.pack}
          units={desk.units}
          username={desk.account.username}
          mayChange={false}
          onLapse={desk.onLapse}
        />
      )}
    </>
  )
}
