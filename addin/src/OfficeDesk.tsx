import { makeStyles, mergeClasses, Select, Tab, TabList, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import type { VerifierDeskProps } from './features/verifying/VerifierDesk.tsx'
import { OfficePlace, type Place } from './OfficePlace.tsx'

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
        <OfficePlace
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
