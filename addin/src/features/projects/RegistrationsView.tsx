import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Proposal, ProjectsApi, Reconciliation } from '../../api/projects.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { EnterDialog } from './EnterDialog.tsx'

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
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  said: { flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface RegistrationsViewProps {
  readonly api: ProjectsApi
  readonly mayDecide: boolean
  readonly onOpen: (number: string) => void
  readonly onLapse: () => void
}

/** 入统双向对账: pairs to be confirmed, what only one side has, and what goes together. */
export function RegistrationsView({ api, mayDecide, onOpen, onLapse }: RegistrationsViewProps) {
  const { t } = useTranslation('projects')
  const load = useCallback(() => api.reconciliation(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act } = useAct(onLapse)
  const [entering, setEntering] = useState(false)
  const say = ({ code, project }: Proposal, same: boolean) =>
    void act(() => api.match(code, { project: project.number, same })).then(
      (answer) => answer !== undefined && void reload(),
    )
  return (
    <>
      {mayDecide && (
        <div>
          <Button onClick={() => setEntering(true)}>{t('enter.button')}</Button>
        </div>
      )}
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {(found) => (
          <Found found={found} busy={acting.step === 'busy'} onSay={mayDecide ? say : null} onOpen={onOpen} />
        )}
      </LoadedView>
      {entering && (
        <EnterDialog
          api={api}
          onClose={() => {
            setEntering(false)
            void reload()
          }}
          onLapse={onLapse}
        />
      )}
    </>
  )
}

interface FoundProps {
  readonly found: Reconciliation
  readonly busy: boolean
  readonly onSay: ((proposal: Proposal, same: boolean) => void) | null
  readonly onOpen: (number: string) => void
}

function Found({ found, busy, onSay, onOpen }: FoundProps) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  const lineOf = (code: string) => found.registrations.find((one) => one.code === code)
  return (
    <>
      <Part title={t('match.proposals')} count={found.proposals.length}>
        {found.proposals.map((proposal) => (
          <li key={`${proposal.code} ${proposal.project.number}`} className={styles.item}>
            <div className={styles.said}>
              {`${lineOf(proposal.code)?.name ?? proposal.code} ↔ ${proposal.project.name}`}
              <Caption1 block className={styles.quiet}>
                {[
                  proposal.code,
                  `${proposal.project.number} ${proposal.project.unit.name}`,
                  t(`match.likeness.${proposal.likeness}`),
                ].join(' · ')}
              </Caption1>
            </div>
            {onSay && (
              <div className={styles.buttons}>
                <Button size="small" appearance="primary" disabled={busy} onClick={() => onSay(proposal, true)}>
                  {t('match.same')}
                </Button>
                <Button size="small" disabled={busy} onClick={() => onSay(proposal, false)}>
                  {t('match.apart')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </Part>
      <Part title={t('match.startedOnly')} count={found.startedOnly.length}>
        {found.startedOnly.map(({ number, name, unit, start, claimed }) => (
          <li key={number} className={styles.item}>
            <div className={styles.said}>
              {name}
              <Caption1 block className={styles.quiet}>
                {[number, unit.name, start ?? t('match.noStart'), ...(claimed ? [t('match.claimed')] : [])].join(' · ')}
              </Caption1>
            </div>
            <Button size="small" onClick={() => onOpen(number)} aria-label={`${t('open')} ${name}`}>
              {t('open')}
            </Button>
          </li>
        ))}
      </Part>
      <Part title={t('match.registeredOnly')} count={found.registeredOnly.length}>
        {found.registeredOnly.map(({ code, name, registeredOn }) => (
          <li key={code} className={styles.item}>{`${code} ${name} · ${registeredOn}`}</li>
        ))}
      </Part>
      <Part title={t('match.matched')} count={found.matched.length}>
        {found.matched.map(({ registration, project }) => (
          <li key={registration.code} className={styles.item}>
            {`${registration.code} ${registration.name} = ${project.number} ${project.name} · ${project.unit.name}`}
          </li>
        ))}
      </Part>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

function Part({ title, count, children }: PartProps) {
  const styles = useStyles()
  return (
    <section aria-label={title}>
      <Subtitle2 as="h3">{`${title} ${count}`}</Subtitle2>
      <ul className={styles.list}>{children}</ul>
    </section>
  )
}
