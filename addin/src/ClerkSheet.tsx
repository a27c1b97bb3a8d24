import type { Form } from '@kaohe/shared-rules'
import { useLayoutEffect, useMemo, useState } from 'react'
import type { Receipt } from './api/client.ts'
import type { ClerkDeskProps, ClerkView } from './ClerkDesk.tsx'
import { ClerkFilling } from './ClerkFilling.tsx'
import { useClock } from './features/desk/use-clock.ts'
import { basisOf } from './features/filling/basis.ts'
import { useChosenBinding } from './features/filling/use-chosen-binding.ts'
import { useFilling } from './features/filling/use-filling.ts'
import type { Draft } from './features/submitting/draft.ts'
import { laterSubmitting, ReceiptList, ReceiptView, Submit } from './features/submitting/later.ts'
import type { Outbox } from './features/submitting/outbox.ts'
import { useReport } from './features/submitting/use-report.ts'
import { useSubmitting } from './features/submitting/use-submitting.ts'
import { momentOf } from './ui/moment.ts'
import type { WorkbookFacts } from './workbook/workbook.ts'

interface ClerkSheetProps extends ClerkDeskProps {
  readonly facts: WorkbookFacts
  readonly box: Outbox
  /** What the clerk asked for; a receipt goes before it. */
  readonly wanted: 'filling' | 'submitting' | 'receipts'
  readonly onWant: (view: 'filling' | 'submitting' | 'receipts') => void
  readonly onView: (view: ClerkView) => void
}

/** Puts filling and submitting together, and decides what is on the screen: the sheet, the last look before sending, a receipt, or all of them. */
export function ClerkSheet(props: ClerkSheetProps) {
  const { desk, standing, workbook, api, keep, box, facts, now, newId, onLapse, onReopen } = props
  const { wanted: view, onWant: setView, onView } = props
  const { pack, packHash, units, me } = desk
  const { windows } = me
  const today = momentOf(useClock(desk, now)).date
  const [wantedForm, setWantedForm] = useState<string | null>(null)
  const { chosen, choose } = useChosenBinding(keep, facts.key)
  const basis = useMemo(
    () => basisOf({ pack, units, standing, windows, chosen, wanted: wantedForm }, today),
    [pack, units, standing, windows, chosen, wantedForm, today],
  )
  const filling = useFilling(workbook, basis)
  const submitting = useSubmitting({ api, box, now, newId, onLapse, onStale: onReopen })
  const [earlier, setEarlier] = useState<Receipt | null>(null)

  const filled = filling.state.step === 'filled' ? filling.state : null
  const report = useReport(filled, { pack, packHash, standing, windows })
  const { destination } = report
  const send = (form: Form, submission: Parameters<typeof submitting.submit>[1]) =>
    submitting.submit(`${form.annex} ${form.title}`, submission)

  /** One press: read and checked once more, sent if nothing wants a look, else shown. */
  async function submitAtOnce(kind: Draft['kind']) {
    const { draftOf, isReady, submissionOf } = await laterSubmitting.fetch()
    const state = await filling.check()
    const draft = state.step === 'filled' && draftOf(state, destination)
    if (draft && draft.kind === kind) {
      const reasons = await box.reasons(draft.form.id).catch(() => ({}))
      if (isReady(draft, reasons)) return send(draft.form, submissionOf(draft, reasons))
    }
    setView('submitting')
  }

  const windowTitle = (id: string) => windows.find((one) => one.id === id)?.title ?? id
  const received = submitting.state.step === 'received' ? submitting.state.receipt : null
  const receipt = received ?? earlier
  const shown = receipt ? 'receipt' : view === 'submitting' && !filled ? 'filling' : view
  const title = filled ? `${filled.form.annex} ${filled.form.title}` : undefined
  // Before it is drawn: the header stands above all of it.
  useLayoutEffect(() => onView({ shown, form: title }), [onView, shown, title])

  if (receipt) {
    const done = () => {
      submitting.dismiss()
      setEarlier(null)
    }
    return (
      <ReceiptView
        receipt={receipt}
        form={pack.forms.find(({ id }) => id === receipt.form)}
        windowTitle={windowTitle(receipt.window)}
        notice={pack.notice}
        onDone={done}
      />
    )
  }
  if (view === 'receipts') {
    return (
      <ReceiptList
        api={api}
        forms={pack.forms}
        windowTitle={windowTitle}
        onOpen={setEarlier}
        onBack={() => setView('filling')}
      />
    )
  }
  if (view === 'submitting' && filled) {
    return (
      <Submit
        sheet={filled}
        destination={destination}
        box={box}
        check={filling.check}
        onReveal={(place) => void filling.reveal(place)}
        onSend={send}
        onBack={() => setView('filling')}
      />
    )
  }
  return (
    <ClerkFilling
      {...props}
      filling={filling}
      submitting={submitting}
      report={report}
      windowTitle={windowTitle}
      onChoose={choose}
      onWant={setWantedForm}
      onSubmit={() => setView('submitting')}
      onSubmitAtOnce={(kind) => void submitAtOnce(kind)}
      onReceipt={setEarlier}
    />
  )
}
