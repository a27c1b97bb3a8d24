import { Body1, Caption1, Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { Handshake24Regular } from '@fluentui/react-icons/svg/handshake'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { useLoaded } from '../../../api/use-loaded.ts'
import type { Dispute, ShownDecision, VerificationApi } from '../../../api/verification.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { grouped } from '../../../ui/figure.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import type { QueueEntry } from '../choices.ts'
import { shownCell, type Line } from '../items.ts'
import { decisionText } from '../decision-text.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    overflowY: 'auto',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  card: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  side: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: 'tabular-nums',
  },
  figure: { display: 'block', fontWeight: tokens.fontWeightSemibold },
})

interface DisputesProps {
  readonly api: VerificationApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly entries: readonly QueueEntry[]
  readonly window: string
  readonly onGoto: (unit: string, form: string) => void
  readonly onLapse: () => void
}

/** Where bureaus that verify together have come to different figures, side by side. */
export function Disputes({ api, pack, units, entries, window, onGoto, onLapse }: DisputesProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const load = useCallback(() => api.disputes(window), [api, window])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <section className={styles.root} aria-label={t('tabs.disputes')}>
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ disputes }) =>
          disputes.length === 0 ? (
            <EmptyState icon={<Handshake24Regular />} title={t('dispute.none')} text={t('dispute.noneText')} />
          ) : (
            <>
              <Body1 className={styles.quiet}>{t('dispute.ask')}</Body1>
              {disputes.map((dispute) => (
                <DisputeCard
                  key={`${dispute.unit.id}/${dispute.indicator}`}
                  dispute={dispute}
                  pack={pack}
                  units={units}
                  lines={entries.flatMap(({ report, lines }) => (report.unit.id === dispute.unit.id ? lines : []))}
                  onGoto={onGoto}
                />
              ))}
            </>
          )
        }
      </LoadedView>
    </section>
  )
}

interface DisputeCardProps extends Pick<DisputesProps, 'pack' | 'units' | 'onGoto'> {
  readonly dispute: Dispute
  readonly lines: readonly Line[]
}

function DisputeCard({ dispute, pack, units, lines, onGoto }: DisputeCardProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const indicator = pack.indicators.find(({ id }) => id === dispute.indicator)
  const nameOf = (bureau: string) => units.find(({ id }) => id === bureau)?.name ?? bureau
  const disputed = lines.filter(({ item }) => dispute.items.includes(item.item))
  const form = disputed[0]?.form.id
  return (
    <article className={styles.card}>
      <Subtitle2 as="h2">{`${dispute.unit.name} · ${indicator?.title ?? dispute.indicator}`}</Subtitle2>
      <div className={styles.sides}>
        <Figure label={t('dispute.reported')} value={dispute.reported} unit={indicator?.unit} />
        {dispute.bureaus.map(({ bureau, value }) => (
          <Figure
            key={bureau}
            label={t('dispute.figure', { bureau: nameOf(bureau) })}
            value={value}
            unit={indicator?.unit}
          />
        ))}
      </div>
      {disputed.map((line) => (
        <DisputedLine
          key={line.key}
          line={line}
          bureaus={dispute.bureaus.map(({ bureau }) => bureau)}
          nameOf={nameOf}
        />
      ))}
      {form && (
        <Link as="button" onClick={() => onGoto(dispute.unit.id, form)}>
          {t('dispute.goto')}
        </Link>
      )}
    </article>
  )
}

function Figure({ label, value, unit }: { label: string; value: string | null; unit: string | undefined }) {
  const styles = useStyles()
  return (
    <div className={styles.side}>
      <Caption1>{label}</Caption1>
      <span className={styles.figure}>{value === null ? '—' : `${grouped(value)} ${unit ?? ''}`}</span>
    </div>
  )
}

interface DisputedLineProps {
  readonly line: Line
  readonly bureaus: readonly string[]
  readonly nameOf: (bureau: string) => string
}

function DisputedLine({ line, bureaus, nameOf }: DisputedLineProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const { item, amount, reported } = line
  const decisions: readonly ShownDecision[] = [...(item.decision ? [item.decision] : []), ...item.others]
  return (
    <div>
      <Body1>{`${line.title} ${reported !== null && amount ? shownCell(amount, reported) : ''}`}</Body1>
      <div className={styles.sides}>
        {bureaus.map((bureau) => {
          const decision = decisions.find((one) => one.bureau === bureau)
          return (
            <div key={bureau} className={styles.side}>
              <Caption1>{nameOf(bureau)}</Caption1>
              <span className={styles.figure}>
                {decision ? decisionText(line.form, decision, t) : t('dispute.noDecision')}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
