import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignedInApi, Standing } from './api/client.ts'
import type { Keep } from './api/keep.ts'
import { ClerkSheet } from './ClerkSheet.tsx'
import type { OpenedDesk } from './features/desk/desk.ts'
import { DeskHeader } from './features/desk/DeskHeader.tsx'
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

/** The clerk's pane, once it knows beside which workbook it stands: what is kept on this machine is kept for that one. */
export function ClerkDesk(props: ClerkDeskProps) {
  const { desk, workbook, keep, username, now, onSignOut } = props
  const styles = useStyles()
  const { t } = useTranslation()
  const known = useWorkbookFacts(workbook)
  const key = known.step === 'known' ? known.facts.key : null
  const box = useMemo(() => (key === null ? null : outbox(keep, username, key)), [keep, username, key])
  if (known.step === 'known' && box) return <ClerkSheet {...props} facts={known.facts} box={box} />
  const error = known.step === 'asking' ? known.error : null
  return (
    <>
      <DeskHeader desk={desk} now={now} onSignOut={onSignOut} />
      <Spinner className={styles.asking} label={error ? workbookErrorText(error, t) : t('filling.reading')} />
    </>
  )
}
