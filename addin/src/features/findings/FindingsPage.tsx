import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { Gavel24Regular } from '@fluentui/react-icons/svg/gavel'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Finding, OfficeApi } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { LiftDialog } from './LiftDialog.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  reply: {
    padding: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})

interface FindingsPageProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  /** Else it is only looked at. */
  readonly mayChange: boolean
  readonly onLapse: () => void
}

/** 认定: what has been found against a unit, on what evidence, by whom; and the unit's word on it. */
export function FindingsPage({ api, pack, units, mayChange, onLapse }: FindingsPageProps) {
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const load = useCallback(() => api.findings(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [recording, setRecording] = useState(false)
  const [lifting, setLifting] = useState<Finding | null>(null)
  return (
    <Page
      title={t('findings.title')}
      text={t('findings.text')}
      actions={
        mayChange && (
          <Button appearance="primary" onClick={() => setRecording(true)}>
            {t('findings.new')}
          </Button>
        )
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ findings }) =>
          findings.length === 0 ? (
            <EmptyState icon={<Gavel24Regular />} title={t('findings.none')} text={t('findings.noneText')} />
          ) : (
            <ul className={cards.list}>
              {findings.toReversed().map((finding) => (
                <FindingCard
                  key={finding.number}
                  finding={finding}
                  pack={pack}
                  unit={units.find(({ id }) => id === finding.unit)}
                  onLift={mayChange ? () => setLifting(finding) : null}
                />
              ))}
            </ul>
          )
        }
      </LoadedView>
      {recording && (
        <RecordDialog
          api={api}
          pack={pack}
          units={units}
          onClose={() => setRecording(false)}
          onDone={() => {
            setRecording(false)
            void reload()
          }}
          onLapse={onLapse}
        />
      )}
      {lifting && (
        <LiftDialog
          api={api}
          finding={lifting}
          onClose={() => setLifting(null)}
          onDone={() => {
            setLifting(null)
            void reload()
          }}
          onLapse={onLapse}
        />
      )}
    </Page>
  )
}

interface FindingCardProps {
  readonly finding: Finding
  readonly pack: Pack
  readonly unit: Unit | undefined
  readonly onLift: (() => void) | null
}

function FindingCard({ finding, pack, unit, onLift }: FindingCardProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  const veto = pack.vetoes.find(({ id }) => id === finding.veto)
  const lifted = finding.liftedAt !== null
  return (
    <li className={cards.card} aria-label={finding.number}>
      <div className={cards.line}>
        <span
          className={styles.title}
        >{`${finding.number} ${unit?.name ?? finding.unit} · ${veto?.title ?? finding.veto}`}</span>
        <Badge appearance="tint" color={lifted ? 'informative' : 'danger'}>
          {t(lifted ? 'findings.lifted' : 'findings.standing')}
        </Badge>
        {veto && <Caption1 className={styles.quiet}>{t(`findings.effect.${veto.effect}`)}</Caption1>}
      </div>
      <Body1>{finding.evidence}</Body1>
      <Caption1 className={styles.quiet}>
        {[
          t('findings.by', {
            decider: finding.decider,
            document: finding.document,
            time: momentText(finding.recordedAt),
          }),
          ...(veto ? [t('findings.clause', { clause: veto.clause })] : []),
        ].join(' · ')}
      </Caption1>
      {finding.reply === null || finding.repliedAt === null ? (
        <Caption1 className={styles.quiet}>{t('findings.noReply')}</Caption1>
      ) : (
        <Body1 className={styles.reply}>
          {t('findings.reply', { time: momentText(finding.repliedAt), text: finding.reply })}
        </Body1>
      )}
      {finding.liftedAt !== null && (
        <Caption1>
          {t('findings.liftedFor', { time: momentText(finding.liftedAt), reason: finding.liftedReason ?? '' })}
        </Caption1>
      )}
      {!lifted && onLift && (
        <div>
          <Button size="small" onClick={onLift}>
            {t('findings.lift')}
          </Button>
        </div>
      )}
    </li>
  )
}
