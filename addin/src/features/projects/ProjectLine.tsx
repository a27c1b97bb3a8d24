import { Badge, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { LibraryProject } from '../../api/projects.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  said: { minWidth: 0, flexGrow: 1, flexBasis: '200px', overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  attention: { color: tokens.colorStatusWarningForeground3 },
})

const colors = {
  'in-library': 'informative',
  'removal-proposed': 'warning',
  removed: 'subtle',
  dropped: 'danger',
  struck: 'danger',
} as const

interface ProjectLineProps {
  readonly project: LibraryProject
  /** Where the heading above does not say it. */
  readonly withUnit?: boolean
  readonly onOpen: () => void
}

/** One project: what it is called, how far it is and since when, and what to look at. */
export function ProjectLine({ project, withUnit = false, onOpen }: ProjectLineProps) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  const { number, name, unit, attention } = project
  return (
    <li className={styles.root} aria-label={name}>
      <div className={styles.said}>
        <div className={styles.line}>
          <span className={styles.title}>{name}</span>
          <StateBadge project={project} />
        </div>
        <Caption1 block className={styles.quiet}>
          {[number, ...(withUnit ? [unit.name] : []), stageText(project, t)].join(' · ')}
        </Caption1>
        {attention.length > 0 && (
          <Caption1 block className={styles.attention}>
            {attention.map((one) => t(`attention.${one}`)).join(t('semicolon'))}
          </Caption1>
        )}
      </div>
      <Button size="small" onClick={onOpen} aria-label={`${t('open')} ${name}`}>
        {t('open')}
      </Button>
    </li>
  )
}

export function StateBadge({ project: { state, admission } }: { readonly project: LibraryProject }) {
  const { t } = useTranslation('projects')
  return (
    <>
      <Badge appearance="tint" color={colors[state]}>
        {t(`state.${state}`)}
      </Badge>
      {state !== 'removed' && admission !== 'admitted' && (
        <Badge appearance="outline" color={admission === 'awaited' ? 'warning' : 'danger'}>
          {t(`admission.${admission}`)}
        </Badge>
      )}
    </>
  )
}

/** `开工 2019-03-01`: the stage it has come to, and the day. */
export function stageText(
  { stage, dates }: LibraryProject,
  t: ReturnType<typeof useTranslation<'projects'>>['t'],
): string {
  if (stage === null) return t('noStage')
  return [t(`stage.${stage}`), dates[stage]].filter(Boolean).join(' ')
}
