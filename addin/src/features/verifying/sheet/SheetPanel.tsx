import {
  Badge,
  Body1,
  Button,
  Caption1,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { Table24Regular } from '@fluentui/react-icons/svg/table'
import type { CellAddress } from '@kaohe/shared-rules'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { workbookErrorText } from '../../../ui/error-text.ts'
import { SentNotice } from '../SentNotice.tsx'
import type { Verifying } from '../use-verifying.ts'
import type { DeskWorkbook } from '../VerifierDesk.tsx'
import { draftsOf, type SheetRow } from './read-sheet.ts'
import { useSheet } from './use-sheet.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    overflowY: 'auto',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '4px' },
})

interface SheetPanelProps {
  readonly verifying: Verifying
  readonly book: DeskWorkbook
  readonly campaign: string
  readonly bureau: string
  readonly windowTitle: string
  readonly now: () => number
}

/** The same work in a sheet of the bureau's own workbook: pull, type there, look at what will be sent, send. */
export function SheetPanel({ verifying, book, ...about }: SheetPanelProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const { entries, drafts, sending } = verifying
  const { state, pull, cancel, isStopped, look } = useSheet({ book, entries, drafts, ...about })
  const busy = state.step === 'pulling' || sending.step === 'sending'
  const rows = state.step === 'read' ? state.rows : []
  const ready = draftsOf(rows)
  const count = Object.keys(ready).length

  return (
    <section className={styles.root} aria-label={t('tabs.sheet')}>
      <Body1 className={styles.quiet}>{t('sheet.text')}</Body1>
      <Button
        appearance={count > 0 ? 'secondary' : 'primary'}
        icon={state.step === 'pulling' ? <Spinner size="tiny" /> : <ArrowDownload20Regular />}
        disabled={busy}
        onClick={() => void pull()}
      >
        {t(state.step === 'read' ? 'sheet.pullAgain' : 'sheet.pull')}
      </Button>
      <div role="status">
        {state.step === 'pulling' && <Caption1>{t(`sheet.${state.at}`)}</Caption1>}
        {isStopped && <Caption1>{t('sheet.cancelled')}</Caption1>}
      </div>
      {state.step === 'pulling' && state.at === 'reading' && (
        <Button onClick={cancel} style={{ alignSelf: 'flex-start' }}>
          {t('app.stop')}
        </Button>
      )}
      <SentNotice sending={sending} onDismiss={verifying.dismiss} />
      {state.step === 'no-sheet' && (
        <EmptyState icon={<Table24Regular />} title={t('sheet.noSheet')} text={t('sheet.noSheetText')} />
      )}
      {state.step === 'stopped' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {workbookErrorText(state.error, t)}{' '}
            <Button size="small" onClick={() => void look()}>
              {t('app.retry')}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {state.step === 'read' && (
        <>
          {state.wrote !== null && (
            <Caption1 role="status">{t('sheet.wrote', { count: state.wrote, sheet: state.sheet })}</Caption1>
          )}
          <WillSend rows={rows} />
          <Faults rows={rows} onReveal={(place) => void book.workbook.reveal(place)} />
          {count > 0 && (
            <Button
              appearance="primary"
              icon={sending.step === 'sending' ? <Spinner size="tiny" /> : <Send20Regular />}
              disabled={busy}
              onClick={() => void verifying.send(ready)}
            >
              {t('sheet.send', { count })}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function WillSend({ rows }: { readonly rows: readonly SheetRow[] }) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const count = (verdict: string) => rows.filter(({ draft }) => draft?.verdict === verdict).length
  const blank = rows.filter(({ draft, fault }) => draft === null && fault === null).length
  return (
    <div className={styles.section}>
      <Subtitle2 as="h3">{t('sheet.willSend')}</Subtitle2>
      <div className={styles.counts}>
        {(['approve', 'adjust', 'return'] as const).map((verdict) => (
          <Badge key={verdict} appearance="tint" size="large" color={count(verdict) > 0 ? 'brand' : 'informative'}>
            {`${t(`verdict.${verdict}`)} ${count(verdict)}`}
          </Badge>
        ))}
      </div>
      {blank > 0 && <Caption1 className={styles.quiet}>{t('sheet.blank', { count: blank })}</Caption1>}
    </div>
  )
}

interface FaultsProps {
  readonly rows: readonly SheetRow[]
  readonly onReveal: (place: CellAddress) => void
}

/** Lines that cannot go as they are; each leads to its cell. */
function Faults({ rows, onReveal }: FaultsProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const faulty = rows.filter(({ fault }) => fault !== null)
  if (faulty.length === 0) return null
  const text = (fault: NonNullable<SheetRow['fault']>) => {
    switch (fault) {
      case 'unknown-verdict':
      case 'unknown-row':
      case 'strike-figure':
      case 'stray':
      case 'approve-other':
        return t(`sheet.fault.${fault}`)
      default:
        return t(`fault.${fault}`)
    }
  }
  return (
    <div className={styles.section}>
      <Subtitle2 as="h3">{`${t('sheet.faults')} (${faulty.length})`}</Subtitle2>
      <ul className={styles.list}>
        {faulty.map(({ row, place, name, fault }) => (
          <li key={row}>
            <Link as="button" onClick={() => onReveal(place)}>
              {`${t('sheet.row', { row })} ${name}`}
            </Link>
            <br />
            <Caption1>{fault && text(fault)}</Caption1>
          </li>
        ))}
      </ul>
    </div>
  )
}
