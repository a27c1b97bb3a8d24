import { Caption1, Input, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { LibraryProject } from '../../api/projects.ts'
import { ProjectLine } from './ProjectLine.tsx'
import { byUnit } from './projects.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, maxWidth: '360px', minWidth: '160px' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    maxWidth: '960px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface LibraryViewProps {
  readonly projects: readonly LibraryProject[]
  readonly onOpen: (number: string) => void
}

/** All projects unit by unit, narrowed down by unit and by words of the name or number. */
export function LibraryView({ projects, onOpen }: LibraryViewProps) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  const [unit, setUnit] = useState('')
  const [words, setWords] = useState('')
  const units = byUnit(projects)
  const shown = byUnit(
    projects.filter(
      (project) =>
        (unit === '' || project.unit.id === unit) && `${project.name} ${project.number}`.includes(words.trim()),
    ),
  )
  return (
    <>
      <div className={styles.bar}>
        {units.length > 1 && (
          <Select aria-label={t('unit')} value={unit} onChange={(_, { value }) => setUnit(value)}>
            <option value="">{t('allUnits')}</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Input
          className={styles.search}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
      </div>
      {shown.length === 0 && <Caption1>{t('noneSuch')}</Caption1>}
      {shown.map(({ id, name, own }) => (
        <section key={id} aria-label={name}>
          <Subtitle2 as="h3">{t('unitCount', { unit: name, count: own.length })}</Subtitle2>
          <ul className={styles.list}>
            {own.map((project) => (
              <ProjectLine key={project.number} project={project} onOpen={() => onOpen(project.number)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
