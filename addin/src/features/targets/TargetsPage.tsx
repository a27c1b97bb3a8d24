import { Badge, Button, Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import { TargetArrow24Regular } from '@fluentui/react-icons/svg/target-arrow'
import type { Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { DraftHead, IssuedTargets, TargetsApi } from '../../api/targets.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { DraftBadge } from './DraftBadge.tsx'
import { DraftPage } from './DraftPage.tsx'
import { IssueFacts } from './IssueFacts.tsx'
import { IssuePage } from './IssuePage.tsx'
import { NewDraftPage } from './NewDraftPage.tsx'

const useStyles = makeStyles({
  card: {
    justifyItems: 'start',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface TargetsPageProps {
  readonly api: TargetsApi
  readonly units: readonly Unit[]
  readonly now: () => number
  /** Drafts, issues and withdraws; approval is the leading group's, too. */
  readonly mayChange: boolean
  readonly onLapse: () => void
}

type Opened = { kind: 'issue'; number: number } | { kind: 'draft'; number: string } | { kind: 'new' } | null

/** 目标下达: what is in force by which document, what is on its way, and one of them opened. */
export function TargetsPage({ api, units, now, mayChange, onLapse }: TargetsPageProps) {
  const { t } = useTranslation('office')
  const load = useCallback(async () => {
    const [issued, drafted] = await Promise.all([api.issues(), api.drafts()])
    if (!issued.ok) return issued
    if (!drafted.ok) return drafted
    return { ok: true as const, value: { issued: issued.value, drafts: drafted.value.drafts } }
  }, [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [opened, setOpened] = useState<Opened>(null)
  const back = () => {
    setOpened(null)
    void reload()
  }
  if (loaded.step === 'loaded' && opened) {
    const { keys, inForce } = loaded.value.issued
    const shared = { api, keys, units, onBack: back, onLapse }
    switch (opened.kind) {
      case 'issue':
        return <IssuePage {...shared} number={opened.number} inForce={opened.number === inForce} />
      case 'draft':
        return <DraftPage {...shared} number={opened.number} now={now} mayChange={mayChange} />
      case 'new':
        return (
          <NewDraftPage
            {...shared}
            inForce={inForce}
            onDrafted={(number) => {
              setOpened({ kind: 'draft', number })
              void reload()
            }}
          />
        )
    }
  }
  return (
    <Page
      title={t('targets.title')}
      text={t('targets.text')}
      actions={
        mayChange && (
          <Button appearance="primary" onClick={() => setOpened({ kind: 'new' })}>
            {t('targets.new')}
          </Button>
        )
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ issued, drafts }) => (
          <>
            <Issues issued={issued} onOpen={(number) => setOpened({ kind: 'issue', number })} />
            <Drafts drafts={drafts} onOpen={(number) => setOpened({ kind: 'draft', number })} />
          </>
        )}
      </LoadedView>
    </Page>
  )
}

interface IssuesProps {
  readonly issued: IssuedTargets
  readonly onOpen: (number: number) => void
}

function Issues({ issued, onOpen }: IssuesProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  if (issued.issues.length === 0) {
    return <EmptyState icon={<TargetArrow24Regular />} title={t('targets.none')} text={t('targets.noneText')} />
  }
  return (
    <ul className={cards.list} aria-label={t('targets.issues')}>
      {issued.issues.toReversed().map((issue) => {
        const { number, effectiveFrom, sample } = issue
        const state = number === issued.inForce ? 'inForce' : effectiveFrom > issued.day ? 'coming' : 'past'
        return (
          <li key={number} className={mergeClasses(cards.card, styles.card)}>
            <div className={cards.line}>
              <span className={styles.title}>{t('targets.issueTitle', { number })}</span>
              <Badge appearance="tint" color={state === 'inForce' ? 'success' : 'informative'}>
                {t(`targets.${state}`)}
              </Badge>
              {sample && <Badge appearance="outline">{t('targets.sample')}</Badge>}
            </div>
            <IssueFacts issue={issue} />
            <Button size="small" onClick={() => onOpen(number)} aria-label={t('targets.openIssue', { number })}>
              {t('targets.open')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

interface DraftsProps {
  readonly drafts: readonly DraftHead[]
  readonly onOpen: (number: string) => void
}

function Drafts({ drafts, onOpen }: DraftsProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  return (
    <>
      <Subtitle2 as="h3">{t('targets.drafts')}</Subtitle2>
      {drafts.length === 0 && <Caption1 className={styles.quiet}>{t('targets.noDrafts')}</Caption1>}
      <ul className={cards.list} aria-label={t('targets.drafts')}>
        {drafts.toReversed().map(({ number, title, status, source, draftedBy, draftedAt }) => (
          <li key={number} className={mergeClasses(cards.card, styles.card)}>
            <div className={cards.line}>
              <span className={styles.title}>{`${number} ${title}`}</span>
              <DraftBadge status={status} />
            </div>
            <Caption1 className={styles.quiet}>
              {[
                t('targets.draftedBy', { by: draftedBy, time: momentText(draftedAt) }),
                t('targets.source', { source }),
              ].join(' · ')}
            </Caption1>
            <Button size="small" onClick={() => onOpen(number)} aria-label={t('targets.openDraft', { number })}>
              {t('targets.open')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
