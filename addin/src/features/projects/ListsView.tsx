import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { LibraryLists, LibraryProject, ProjectsApi } from '../../api/projects.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { ProjectLine } from './ProjectLine.tsx'

const useStyles = makeStyles({
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
  table: { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
  },
})

const lists = [
  'completedNotRemoved',
  'awaitingAdmission',
  'neverInReserve',
  'idleReserves',
  'dropped',
  'outOfOrder',
] as const

interface ListsViewProps {
  readonly api: ProjectsApi
  /** The library that the lists are of: they are asked for anew with it. */
  readonly projects: readonly LibraryProject[]
  readonly onOpen: (number: string) => void
  readonly onLapse: () => void
}

/** What is to be done or looked at, list by list, and how many of the reserves have started. */
export function ListsView({ api, projects, onOpen, onLapse }: ListsViewProps) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  const load = useCallback(() => (void projects, api.lists()), [api, projects])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {(found) => (
        <>
          {lists.map((list) => (
            <section key={list} aria-label={t(`lists.${list}`)}>
              <Subtitle2 as="h3">{`${t(`lists.${list}`)} ${found[list].length}`}</Subtitle2>
              <Caption1 block className={styles.quiet}>
                {t(`listTexts.${list}`)}
              </Caption1>
              <ul className={styles.list}>
                {found[list].map((project) => (
                  <ProjectLine key={project.number} withUnit project={project} onOpen={() => onOpen(project.number)} />
                ))}
              </ul>
            </section>
          ))}
          <Conversion conversion={found.conversion} />
        </>
      )}
    </LoadedView>
  )
}

/** 储备转开工 unit by unit. */
function Conversion({ conversion }: Pick<LibraryLists, 'conversion'>) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  if (conversion.length === 0) return null
  const heads = [t('unit'), t('conversion.reserved'), t('conversion.started'), t('conversion.rate')]
  return (
    <section aria-label={t('conversion.title')}>
      <Subtitle2 as="h3">{t('conversion.title')}</Subtitle2>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={styles.cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conversion.map(({ unit, reserved, started, rate }) => (
            <tr key={unit.id}>
              <th scope="row" className={styles.cell}>
                {unit.name}
              </th>
              <td className={styles.cell}>{reserved}</td>
              <td className={styles.cell}>{started}</td>
              <td className={styles.cell}>{rate === null ? '—' : `${rate}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
