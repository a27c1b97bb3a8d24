import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import type { Me, SignedInApi } from './api/client.ts'
import type { Keep } from './api/keep.ts'
import { intakeApi } from './api/intake.ts'
import { officeApi } from './api/office.ts'
import { objectionsApi } from './api/objections.ts'
import { projectsApi } from './api/projects.ts'
import { rectificationsApi } from './api/rectifications.ts'
import { IntakePage } from './features/intake/IntakePage.tsx'
import { ObjectionsPage } from './features/objections/ObjectionsPage.tsx'
import { ProjectsPage } from './features/projects/ProjectsPage.tsx'
import { OwnFindings } from './features/published/OwnFindings.tsx'
import { PublishedPage } from './features/published/PublishedPage.tsx'
import { RectificationsPage } from './features/rectifications/RectificationsPage.tsx'
import { WindowsPage } from './features/windows/WindowsPage.tsx'

const useStyles = makeStyles({
  tabs: { flexShrink: 0, flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

const places = ['published', 'windows', 'intake', 'projects', 'objections', 'rectifications'] as const
type Place = (typeof places)[number]

interface ClerkOfficeProps {
  readonly api: SignedInApi
  readonly keep: Keep
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly me: Me
  readonly now: () => number
  readonly onLapse: () => void
}

/** What a unit finds on the page `/office`: what was published, windows and activities, handing in filled workbooks, its projects, objections and what it has to rectify. */
export function ClerkOffice({ api, keep, pack, units, me, now, onLapse }: ClerkOfficeProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const office = useMemo(() => officeApi(api), [api])
  const intake = useMemo(() => intakeApi(api), [api])
  const projects = useMemo(() => projectsApi(api), [api])
  const objections = useMemo(() => objectionsApi(api), [api])
  const rectifications = useMemo(() => rectificationsApi(api), [api])
  const unit = me.account.unit?.id ?? null
  const [place, setPlace] = useState<Place>('published')
  return (
    <>
      {unit !== null && (
        <TabList
          className={styles.tabs}
          aria-label={t('nav.own')}
          selectedValue={place}
          onTabSelect={(_, { value }) => setPlace(value as Place)}
        >
          {places.map((one) => (
            <Tab key={one} value={one}>
              {t(`nav.${one}`)}
            </Tab>
          ))}
        </TabList>
      )}
      {place === 'published' && (
        <PublishedPage
          api={office}
          unit={unit}
          before={<OwnFindings api={office} pack={pack} onLapse={onLapse} />}
          onLapse={onLapse}
        />
      )}
      {place === 'windows' && <WindowsPage {...{ pack, units, now, onLapse }} api={office} mayChange={false} />}
      {place === 'intake' && (
        <IntakePage
          {...{ keep, pack, units, onLapse }}
          username={me.account.username}
          api={intake}
          windows={me.windows}
          current={me.window}
          mayChooseUnit={false}
        />
      )}
      {place === 'projects' && (
        <ProjectsPage api={projects} mayDecide={false} seesRegistrations={false} onLapse={onLapse} />
      )}
      {place === 'objections' && (
        <ObjectionsPage {...{ pack, units, onLapse }} api={objections} windows={me.windows} part="raise" />
      )}
      {place === 'rectifications' && <RectificationsPage {...{ pack, units, onLapse }} api={rectifications} mayFile />}
    </>
  )
}
