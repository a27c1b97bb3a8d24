import { Button, Caption1, makeStyles, mergeClasses, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { ShieldCheckmark16Regular } from '@fluentui/react-icons/svg/shield-checkmark'
import type { Form } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Receipt } from '../api/client.ts'
import { cellName } from './cell-name.ts'
import { momentText } from './moment.ts'
import { ReceiptCode } from './ReceiptCode.tsx'
import { savedApart } from './saved-apart.ts'
import { shortFingerprint } from './short-fingerprint.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, padding: '4px 8px', flexShrink: 0 },
  title: { flexGrow: 1 },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  paper: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  done: { display: 'flex', alignItems: 'center', gap: '8px', color: tokens.colorStatusSuccessForeground1 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    '& dt': { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  parity: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  proof: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
  cells: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  cell: { display: 'flex', justifyContent: 'space-between', gap: '12px', padding: '2px 0' },
  refused: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  status: { whiteSpace: 'nowrap', flexShrink: 0 },
})

export interface ReceiptViewProps {
  readonly receipt: Receipt
  readonly form: Form | undefined
  readonly windowTitle: string
  readonly notice: string
  /** Null where there is nothing to go back to. */
  readonly onDone: (() => void) | null
}

/** 回执, on the screen and on paper: what was taken in, when, and that both sides came to the same result. */
export function ReceiptView({ receipt, form, windowTitle, notice, onDone }: ReceiptViewProps) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const { number, receivedAt, unit, timeliness, pack, fingerprints, total } = receipt
  const saved = savedApart(receipt.savedAt, receivedAt)
  return (
    <section className={styles.root} aria-labelledby="receipt-title">
      <div className={styles.head}>
        {onDone && (
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={t('app.back')} onClick={onDone} />
        )}
        <Subtitle2 as="h2" id="receipt-title" className={styles.title}>
          {t('receipt.title')}
        </Subtitle2>
        <Button appearance="subtle" icon={<Print20Regular />} onClick={() => window.print()}>
          {t('app.print')}
        </Button>
      </div>
      <div className={styles.body}>
        <article className={mergeClasses(styles.paper, 'kaohe-receipt')} aria-label={t('receipt.title')}>
          <div className={styles.done} role="status">
            <CheckmarkCircle24Filled aria-hidden />
            <Subtitle1>{t('receipt.accepted')}</Subtitle1>
          </div>
          <dl className={styles.facts}>
            <dt>{t('receipt.number')}</dt>
            <dd>
              <strong>{number}</strong>
            </dd>
            <dt>{t('receipt.time')}</dt>
            <dd>{`${momentText(receivedAt)} · ${t(`receipt.timeliness.${timeliness}`)}`}</dd>
            {saved !== null && (
              <>
                <dt>{t('receipt.savedAt')}</dt>
                <dd>{t('receipt.savedClock', { time: momentText(saved) })}</dd>
              </>
            )}
            <dt>{t('receipt.unit')}</dt>
            <dd>{unit.name}</dd>
            <dt>{t('receipt.form')}</dt>
            <dd>{form ? `${form.annex} ${form.title}` : receipt.form}</dd>
            <dt>{t('receipt.window')}</dt>
            <dd>{windowTitle}</dd>
            <dt>{t('receipt.total')}</dt>
            <dd>{total.kind === 'total' ? total.shown : t('score.withheld')}</dd>
          </dl>
          <div className={styles.parity}>
            <ShieldCheckmark16Regular aria-hidden />
            {t('receipt.parity')}
          </div>
          <div className={styles.proof}>
            <dl className={styles.facts}>
              <dt>{t('receipt.fingerprints')}</dt>
              <dd title={fingerprints.result}>{shortFingerprint(fingerprints.result)}</dd>
              <dt>{t('receipt.inputs')}</dt>
              <dd title={fingerprints.inputs}>{shortFingerprint(fingerprints.inputs)}</dd>
              <dt>{t('receipt.packVersion')}</dt>
              <dd title={pack.hash}>{`${pack.version} · ${shortFingerprint(pack.hash)}`}</dd>
            </dl>
            <ReceiptCode receipt={receipt} />
          </div>
          <Cells receipt={receipt} form={form} />
          <Caption1 className={styles.quiet}>{notice}</Caption1>
        </article>
      </div>
    </section>
  )
}

const FIRST = 12

function Cells({ receipt: { cells }, form }: Pick<ReceiptViewProps, 'receipt' | 'form'>) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const [all, setAll] = useState(false)
  const count = (status: 'accepted' | 'unchanged' | 'refused') => cells.filter((cell) => cell.status === status).length
  const told = cells.filter(({ status }) => status !== 'unchanged')
  // What was turned down comes first: it is what the reader has to know.
  const sorted = [...told].sort((a, b) => Number(b.status === 'refused') - Number(a.status === 'refused'))
  const shown = all ? sorted : sorted.slice(0, FIRST)
  return (
    <div>
      <Subtitle2 as="h3" block>
        {t('receipt.cells')}
      </Subtitle2>
      <Caption1 block className={styles.quiet}>
        {t('receipt.summary', {
          accepted: count('accepted'),
          unchanged: count('unchanged'),
          refused: count('refused'),
        })}
      </Caption1>
      <ul className={styles.cells}>
        {shown.map(({ path, status, reason }) => (
          <li key={path} className={styles.cell}>
            <span>
              {form ? cellName(form, path, t) : path}
              {reason && (
                <Caption1 block className={styles.refused}>
                  {reason}
                </Caption1>
              )}
            </span>
            <span className={mergeClasses(styles.status, status === 'refused' && styles.refused)}>
              {t(`receipt.status.${status}`)}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {t('filling.more', { count: sorted.length - shown.length })}
        </Button>
      )}
    </div>
  )
}
