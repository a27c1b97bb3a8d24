import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode, SyntheticEvent } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Acting } from '../api/use-act.ts'
import { Refused } from './Refused.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

interface ActDialogProps {
  readonly title: string
  readonly text?: string
  readonly confirm: string
  readonly acting: Acting
  /** All that is asked for has been given. */
  readonly ready: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks for what a decision needs, and stays open with the reason while the service refuses it. */
export function ActDialog({ title, text, confirm, acting, ready, onConfirm, onClose, children }: ActDialogProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const busy = acting.step === 'busy'
  function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (ready && !busy) onConfirm()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {text}
              {acting.step === 'refused' && <Refused error={acting.error} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose} disabled={busy}>
                {t('app.cancel')}
              </Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={!ready || busy}
                icon={busy ? <Spinner size="tiny" /> : null}
              >
                {confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
