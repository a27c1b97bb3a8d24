import { Button, Dialog, DialogSurface, Spinner } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { Suspense, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Receipt, SubmissionWindow } from '../../api/client.ts'
import type { IntakeApi } from '../../api/intake.ts'
import { useAct } from '../../api/use-act.ts'
import { Refused } from '../../ui/Refused.tsx'
import { ReceiptView } from '../../ui/ReceiptView.tsx'

interface ReceiptButtonProps {
  readonly number: string
  readonly api: IntakeApi
  readonly pack: Pack
  readonly windows: readonly SubmissionWindow[]
  readonly onLapse: () => void
}

/** Opens the receipt that an accepted file was given: the same as after a report from the pane. */
export function ReceiptButton({ number, api, pack, windows, onLapse }: ReceiptButtonProps) {
  const { t } = useTranslation('intake')
  const { acting, act } = useAct(onLapse)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const busy = acting.step === 'busy'
  return (
    <div>
      <Button
        size="small"
        disabled={busy}
        icon={busy ? <Spinner size="tiny" /> : null}
        onClick={() => void act(() => api.receipt(number)).then((answer) => setReceipt(answer?.receipt ?? null))}
      >
        {t('receipt', { number })}
      </Button>
      {acting.step === 'refused' && <Refused error={acting.error} />}
      {receipt && (
        <Dialog open onOpenChange={(_, { open }) => !open && setReceipt(null)}>
          <DialogSurface>
            <Suspense fallback={<Spinner size="small" />}>
              <ReceiptView
                receipt={receipt}
                form={pack.forms.find(({ id }) => id === receipt.form)}
                windowTitle={windows.find(({ id }) => id === receipt.window)?.title ?? receipt.window}
                notice={pack.notice}
                onDone={() => setReceipt(null)}
              />
            </Suspense>
          </DialogSurface>
        </Dialog>
      )}
    </div>
  )
}
