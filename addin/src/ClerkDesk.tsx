import { useMemo, useState } from 'react'
import type { Receipt, SignedInApi, Standing } from './api/client.ts'
import { ClerkNotices } from './ClerkNotices.tsx'
import type { OpenedDesk } from './features/desk/desk.ts'
import { DeskHeader } from './features/desk/DeskHeader.tsx'
import { useClock } from './features/desk/use-clock.ts'
import { basisOf } from './features/filling/basis.ts'
import { FillingPanel } from './features/filling/FillingPanel.tsx'
import { isAsked } from './features/filling/entries.ts'
import { useCorrections } from './features/filling/use-corrections.ts'
import { useFilling } from './features/filling/use-filling.ts'
import { draftOf } from './features/submitting/draft.ts'
import { NumbersNotice } from './features/submitting/NumbersNotice.tsx'
import type { Outbox } from './features/submitting/outbox.ts'
import { ReceiptView } from './features/submitting/ReceiptView.tsx'
import { SendingNotice } from './features/submitting/SendingNotice.tsx'
import { Submit } from './features/submitting/Submit.tsx'
import { unsentOf } from './features/submitting/unsent.ts'
import { UnsentStrip } from './features/submitting/UnsentStrip.tsx'
import { useReport } from './features/submitting/use-report.ts'
import { useSubmitting } from './features/submitting/use-submitting.ts'
import { momentOf } from './ui/moment.ts'
import type { Workbook } from './workbook/workbook.ts'

interface ClerkDeskProps {
  readonly desk: OpenedDesk
  readonly standing: Standing
  readonly workbook: Workbook
  readonly api: SignedInApi
  readonly box: Outbox
  readonly now: () => number
  readonly newId: () => string
  readonly onLapse: () => void
  readonly onReopen: () => void
  readonly onSignOut: () => void
}

/** The clerk's pane: puts filling and submitting together. */
export function ClerkDesk(props: ClerkDeskProps) {
  const { desk, standing, workbook, api, box, now, newId, onLapse, onReopen, onSignOut } = props
  const { pack, packHash, units, me } = desk
  const today = momentOf(useClock(desk, now)).date
  const basis = useMemo(
    () => basisOf({ pack, units, standing, windows: me.windows }, today),
    [pack, units, standing, me.windows, today],
  )
  const { state, pause, selected, check, reveal, revealError } = useFilling(workbook, basis)
  const corrections = useCorrections(workbook, check)
  const submitting = useSubmitting({ api, box, now, newId, onLapse, onStale: onReopen })
  const [view, setView] = useState<'filling' | 'submitting'>('filling')
  const [earlier, setEarlier] = useState<Receipt | null>(null)

  const filled = state.step === 'filled' ? state : null
  const form = filled?.form
  const report = useReport(filled, { pack, packHash, standing, windows: me.windows })
  const { reported, window, changes, numbers, destination } = report
  // Hashing is worth its time only for a report that is about to be sent.
  const draft = useMemo(
    () => (view === 'submitting' && filled ? draftOf(filled, destination) : null),
    [view, filled, destination],
  )
  const windowTitle = (id: string) => me.windows.find((one) => one.id === id)?.title ?? id
  const received = submitting.state.step === 'received' ? submitting.state.receipt : null
  const receipt = received ?? earlier

  if (receipt) {
    const done = () => {
      submitting.dismiss()
      setEarlier(null)
    }
    return (
      <>
        <DeskHeader desk={desk} now={now} onSignOut={onSignOut} />
        <ReceiptView
          receipt={receipt}
          form={pack.forms.find(({ id }) => id === receipt.form)}
          windowTitle={windowTitle(receipt.window)}
          notice={pack.notice}
          onDone={done}
        />
      </>
    )
  }
  if (draft) {
    return (
      <Submit
        draft={draft}
        box={box}
        check={async () => {
          const fresh = await check()
          return fresh.step === 'filled' ? draftOf(fresh, destination) : fresh
        }}
        onReveal={(place) => void reveal(place)}
        onSend={(submission) => submitting.submit(`${draft.form.annex} ${draft.form.title}`, submission)}
        onBack={() => setView('filling')}
      />
    )
  }
  const asked = filled?.entries.indicators.some(isAsked) ?? false
  const queued = submitting.state.step === 'waiting' || submitting.state.step === 'sending'
  return (
    <>
      <DeskHeader desk={desk} now={now} form={form && `${form.annex} ${form.title}`} onSignOut={onSignOut} />
      {filled && (
        <UnsentStrip
          unsent={unsentOf(reported ?? undefined, destination.window, changes, queued, asked)}
          windowTitle={windowTitle}
          onSubmit={window?.state === 'open' ? () => setView('submitting') : null}
          onReceipt={reported ? () => void box.receipt(filled.form.id).then((kept) => setEarlier(kept ?? null)) : null}
        />
      )}
      <ClerkNotices desk={desk} pause={filled && pause} revealError={revealError}>
        <SendingNotice
          state={submitting.state}
          onResend={() => void submitting.resend()}
          onDrop={(item) => void submitting.drop(item)}
          onDismiss={submitting.dismiss}
        />
        {numbers && <NumbersNotice workbook={workbook} numbers={numbers} />}
      </ClerkNotices>
      <FillingPanel
        pack={pack}
        unit={standing.unit}
        state={state}
        selected={selected}
        onReveal={(place) => void reveal(place)}
        correcting={corrections.state}
        onCorrect={(findings) => void corrections.correct(findings)}
      />
    </>
  )
}
