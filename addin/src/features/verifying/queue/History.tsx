import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { Form } from '@kaohe/shared-rules'
import { useCallback } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { useLoaded } from '../../../api/use-loaded.ts'
import type { QueuedReport, VerificationApi } from '../../../api/verification.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { momentText } from '../../../ui/moment.ts'
import { wholeReport, type Line } from '../items.ts'
import { decisionText } from '../decision-text.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface HistoryProps {
  readonly api: VerificationApi
  readonly report: QueuedReport
  readonly form: Form
  readonly lines: readonly Line[]
  readonly windowTitle: (id: string) => string
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Every decision any bureau ever made on this form of the unit. */
export function History({ api, report, form, lines, windowTitle, onClose, onLapse }: HistoryProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const unit = report.unit.id
  const load = useCallback(() => api.history(unit, form.id), [api, unit, form.id])
  const { loaded, reload } = useLoaded(load, onLapse)
  const titleOf = (item: string) =>
    item === wholeReport ? t('history.whole') : (lines.find((line) => line.item.item === item)?.title ?? item)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('history.title', { unit: `${report.unit.name} ${form.annex}` })}</DialogTitle>
          <DialogContent>
            <LoadedView loaded={loaded} onRetry={() => void reload()}>
              {({ decisions }) =>
                decisions.length === 0 ? (
                  t('history.none')
                ) : (
                  <ol className={styles.list}>
                    {decisions.map((decision, at) => (
                      <li key={at}>
                        {titleOf(decision.item)} · {decisionText(form, decision, t)}
                        <br />
                        <Caption1 className={styles.quiet}>
                          {[windowTitle(decision.window), decision.by, momentText(decision.at)].join(' · ')}
                        </Caption1>
                      </li>
                    ))}
                  </ol>
                )
              }
            </LoadedView>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('history.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
