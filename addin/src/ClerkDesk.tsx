import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import type { SignedInApi, Standing } from './api/client.ts'
import type { Keep } from './api/keep.ts'
import { ClerkSheet } from './ClerkSheet.tsx'
import type { OpenedDesk } from './features/desk/desk.ts'
import { DeskHeader } from './features/desk/DeskHeader.tsx'
import { UnsentEvidence } from './features/evidence/later.ts'
import { BesideContext, type Beside } from './features/filling/beside.ts'
import { useWorkbookFacts } from './features/filling/use-workbook-facts.ts'
import { outbox } from './features/submitting/outbox.ts'
import { workbookErrorText } from './ui/error-text.ts'
import type { Workbook } from './workbook/workbook.ts'

const useStyles = makeStyles({ asking: { padding: tokens.spacingVerticalXXXL } })

export interface ClerkDeskProps {
  readonly desk: OpenedDesk
  readonly standing: Standing
  readonly workbook: Workbook
  readonly api: SignedInApi
  readonly keep: Keep
  readonly username: string
  readonly now: () => number
  readonly newId: () => string
  /** Opens another form where the host can do that. */
  readonly onOpenForm?: ((form: string) => void) | undefined
  readonly onLapse: () => void
  readonly onReopen: () => void
  readonly onSignOut: () => void
}

/** What is on the screen, and which form was recognised. */
export interface ClerkView {
  readonly shown: 'filling' | 'submitting' | 'receipts' | 'receipt'
  readonly form: string | undefined
}

/** The clerk's pane, once it knows beside which workbook it stands: what is kept on this machine is kept for that one. */
export function ClerkDesk(props: ClerkDeskProps) {
  const { desk, workbook, keep, username, now, onSignOut } = props
  const styles = useStyles()
  const { t } = useTranslation()
  const known = useWorkbookFacts(workbook)
  const [wanted, want] = useState<'filling' | 'submitting' | 'receipts'>('filling')
  const [beside, setBeside] = useState<Beside | null>(null)
  const [{ shown, form }, setView] = useState<ClerkView>({ shown: 'filling', form: undefined })
  const key = known.step === 'known' ? known.facts.key : null
  const box = useMemo(() => (key === null ? null : outbox(keep, username, key)), [keep, username, key])
  const error = known.step === 'asking' ? known.error : null
  return (
    <BesideContext value={beside}>
      {/* One header for all of it: drawn anew, it would lose the click that was on its way. */}
      {shown !== 'submitting' && (
        <DeskHeader
          desk={desk}
          now={now}
          form={shown === 'filling' ? form : undefined}
          onReceipts={shown === 'filling' ? () => want('receipts') : undefined}
          onSignOut={onSignOut}
        />
      )}
      <UnsentEvidence {...props} pack={desk.pack} isTold={shown === 'filling'} onOpen={setBeside} />
      {known.step === 'known' && box ? (
        <ClerkSheet {...props} facts={known.facts} box={box} wanted={wanted} onWant={want} onView={setView} />
      ) : (
        <Spinner className={styles.asking} label={error ? workbookErrorText(error, t) : t('filling.reading')} />
      )}
    </BesideContext>
  )
}
