import { Body1, Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SubmissionWindow } from '../../api/client.ts'
import type { Acceptance, Entry, IntakeApi, Outcome } from '../../api/intake.ts'
import { CheckedDetails } from './CheckedDetails.tsx'
import { acceptanceOf, markOf, type Reasons } from './intake.ts'
import { EntryBadge } from './EntryBadge.tsx'
import { MarkedButton } from './MarkedButton.tsx'
import { ReceiptButton } from './ReceiptButton.tsx'
import { UnitChoice } from './UnitChoice.tsx'

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface EntryCardProps {
  readonly entry: Entry
  readonly batch: string
  readonly api: IntakeApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly windows: readonly SubmissionWindow[]
  readonly busy: boolean
  /** Why the last acceptance of it was turned down. */
  readonly refused: string | null
  readonly reasons: Reasons
  readonly onReason: (key: string, sentence: string) => void
  readonly onAccept: (acceptance: Acceptance) => void
  readonly onUnit: ((unit: string) => void) | null
  readonly onLapse: () => void
}

/** One file: what it was recognised as, what stands against it, and what can be done. */
export function EntryCard({ entry, batch, api, pack, units, windows, busy, refused, ...rest }: EntryCardProps) {
  const { reasons, onReason, onAccept, onUnit, onLapse } = rest
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const { file, outcome } = entry
  const [open, setOpen] = useState(outcome.kind === 'checked' && outcome.state !== 'green')
  const form = pack.forms.find(({ id }) => 'form' in outcome && id === outcome.form)
  const unit = units.find(({ id }) => 'unit' in outcome && id === outcome.unit)
  const acceptance = acceptanceOf(entry, reasons)
  return (
    <li className={styles.card} aria-label={file.name}>
      <div className={styles.line}>
        <EntryBadge mark={markOf(outcome)} />
        <span className={styles.title}>{file.name}</span>
      </div>
      <Caption1 className={styles.quiet}>
        {[unit?.name, form && `${form.annex} ${form.title}`, t('size', { kb: Math.ceil(file.size / 1024) })]
          .filter(Boolean)
          .join(' · ')}
      </Caption1>
      {refused !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('turnedDown', { reason: refused })}</MessageBarBody>
        </MessageBar>
      )}
      <Told outcome={outcome} />
      {!['green', 'accepted'].includes(markOf(outcome)) && <MarkedButton {...{ entry, batch, api, onLapse }} />}
      {onUnit && (outcome.kind === 'unit-unclear' || outcome.kind === 'no-row') && (
        <UnitChoice
          units={units}
          candidates={outcome.kind === 'unit-unclear' ? outcome.candidates : []}
          busy={busy}
          onChoose={onUnit}
        />
      )}
      {outcome.kind === 'accepted' && <ReceiptButton number={outcome.receipt} {...{ api, pack, windows, onLapse }} />}
      {outcome.kind === 'checked' && (
        <>
          {form && open && <CheckedDetails outcome={outcome} form={form} reasons={reasons} onReason={onReason} />}
          <div className={styles.line}>
            {outcome.state !== 'red' && outcome.state !== 'turned-down' && (
              <Button
                appearance={outcome.state === 'green' ? 'primary' : 'secondary'}
                disabled={acceptance === null || busy}
                onClick={() => acceptance && onAccept(acceptance)}
              >
                {t(outcome.state === 'empty' ? 'acceptEmpty' : 'accept')}
              </Button>
            )}
            <Button appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'fold' : 'details', { count: outcome.cells.length })}
            </Button>
          </div>
        </>
      )}
    </li>
  )
}

/** In words, what is wrong with a file of which nothing can be reported, or what would follow from accepting it. */
function Told({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles()
  const { t } = useTranslation('intake')
  switch (outcome.kind) {
    case 'unreadable':
      return <Body1>{outcome.title}</Body1>
    case 'unrecognised':
      return (
        <Body1>
          {outcome.tried.length === 0 ? t('told.unrecognised') : null}
          {outcome.tried.map(({ form, title, missing }) =>
            t('told.nearly', {
              key: form,
              title,
              heads: missing.map(({ head }) => head.join(' / ')).join(t('semicolon')),
            }),
          )}
        </Body1>
      )
    case 'unit-unclear':
    case 'other-unit':
      return <Body1>{t(`told.${outcome.kind}`)}</Body1>
    case 'no-row':
      return <Body1>{t(outcome.rows.length === 0 ? 'told.no-row' : 'told.several-rows')}</Body1>
    case 'not-reportable':
      return <Body1>{t('told.not-reportable', { path: outcome.path })}</Body1>
    case 'checked':
      return (
        <Caption1 className={styles.quiet}>
          {[
            ...(outcome.problem ? [outcome.problem.title] : []),
            ...(outcome.against === null ? [] : [t('told.replaces', { number: outcome.against })]),
            outcome.total.kind === 'total' ? t('told.total', { total: outcome.total.shown }) : t('told.withheld'),
          ].join(' · ')}
        </Caption1>
      )
    case 'accepted':
      return null
  }
}
