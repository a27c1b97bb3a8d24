import { recognise, type CellAddress, type Form } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import type { Receipt } from './api/client.ts'
import type { ClerkDeskProps } from './ClerkDesk.tsx'
import { ClerkNotices } from './ClerkNotices.tsx'
import { FormsList } from './features/desk/FormsList.tsx'
import type { CopiedRow } from './features/filling/copied-rows.ts'
import { isAsked } from './features/filling/entries.ts'
import { FillingPanel } from './features/filling/FillingPanel.tsx'
import { CarryPanel } from './features/filling/later.ts'
import type { ChosenBinding } from './features/filling/recognising.ts'
import { useCarried } from './features/filling/use-carried.ts'
import { useCorrections } from './features/filling/use-corrections.ts'
import type { useFilling } from './features/filling/use-filling.ts'
import type { Draft } from './features/submitting/draft.ts'
import { NumbersNotice, SendingNotice } from './features/submitting/later.ts'
import type { Outbox } from './features/submitting/outbox.ts'
import { unsentOf } from './features/submitting/unsent.ts'
import { UnsentStrip } from './features/submitting/UnsentStrip.tsx'
import type { useReport } from './features/submitting/use-report.ts'
import type { useSubmitting } from './features/submitting/use-submitting.ts'
import type { Finding } from './ui/FindingRow.tsx'
import type { WorkbookFacts } from './workbook/workbook.ts'

interface ClerkFillingProps extends ClerkDeskProps {
  readonly facts: WorkbookFacts
  readonly box: Outbox
  readonly filling: ReturnType<typeof useFilling>
  readonly submitting: ReturnType<typeof useSubmitting>
  readonly report: ReturnType<typeof useReport>
  readonly windowTitle: (id: string) => string
  readonly onChoose: (binding: ChosenBinding | null) => void
  readonly onWant: (form: string) => void
  readonly onSubmit: () => void
  readonly onSubmitAtOnce: (kind: Draft['kind']) => void
  readonly onReceipt: (receipt: Receipt) => void
}

/** The sheet as the pane sees it, under what is due, what has come in, and what is still to be sent. */
export function ClerkFilling(props: ClerkFillingProps) {
  const { desk, standing, workbook, api, keep, username, box, facts, filling, submitting, report } = props
  const { windowTitle, onChoose, onWant, onOpenForm, onSubmit, onSubmitAtOnce, onReceipt } = props
  const { state, pause, selected, check, lookAgain, reveal, revealError } = filling
  const { pack, units } = desk
  const corrections = useCorrections(workbook, check)
  const { carried, take, leave } = useCarried(keep, username)
  const [elsewhere, setElsewhere] = useState<Form | null>(null)

  const filled = state.step === 'filled' ? state : null
  const form = filled?.form
  const { reported, window, changes, destination } = report
  const taken = carried.find(({ record, template }) => record.form === form?.id && template < (form?.template ?? 0))
  const asked = filled?.entries.indicators.some(isAsked) ?? false
  const queued = submitting.state.step === 'waiting' || submitting.state.step === 'sending'
  const isOpen = window?.state === 'open'
  const formId = form?.id ?? ''
  const onHistory = useCallback((cell: string) => api.cellHistory(formId, cell), [api, formId])
  // What the rows of a ledger are given stays the same from edit to edit: a row that did not change is not drawn again.
  const nameOf = useCallback((unit: string) => units.find(({ id }) => id === unit)?.name ?? unit, [units])
  const onReveal = useCallback((place: CellAddress) => void reveal(place), [reveal])
  const { correct } = corrections
  const onCorrect = useCallback((findings: readonly Finding[]) => void correct(findings), [correct])
  const onRenumber = useCallback(
    async ({ place }: CopiedRow) => {
      const written = place ? await workbook.write(place, [['']]) : ({ ok: true, value: undefined } as const)
      await check()
      return written
    },
    [workbook, check],
  )

  /** Leads to the form's sheet, wherever it is; a form that is in another file is named. */
  async function open(wanted: Form) {
    setElsewhere(null)
    const all = await workbook.snapshot()
    // A cell is being edited, say: the notice tells, and the person presses again.
    if (!all.ok) return void check()
    const seen = recognise([wanted], all.value, units)
    if (seen.kind === 'recognised') {
      onWant(wanted.id)
      await lookAgain()
      await reveal({ sheet: seen.binding.matrix.sheet, address: 'A1' })
    } else if (onOpenForm) onOpenForm(wanted.id)
    else setElsewhere(wanted)
  }

  return (
    <>
      <FormsList
        forms={pack.forms}
        standing={standing}
        current={form?.id}
        open={state.step === 'unrecognised'}
        onOpen={(wanted) => void open(wanted)}
      />
      {filled && (
        <UnsentStrip
          unsent={unsentOf(reported ?? undefined, destination.window, changes, queued, {
            asked,
            emptyLedger: filled.form.ledgers.length > 0,
          })}
          windowTitle={windowTitle}
          onSubmit={isOpen ? onSubmit : null}
          onSubmitAtOnce={isOpen ? () => onSubmitAtOnce(reported ? 'nil' : 'zero') : null}
          onReceipt={reported ? () => void box.receipt(filled.form.id).then((kept) => kept && onReceipt(kept)) : null}
        />
      )}
      <ClerkNotices
        desk={desk}
        facts={facts}
        elsewhere={elsewhere}
        returns={filled?.returns ?? []}
        nameOf={nameOf}
        pause={filled && pause}
        revealError={revealError}
        onReveal={onReveal}
      >
        {submitting.state.step !== 'idle' && (
          <SendingNotice
            state={submitting.state}
            onResend={() => void submitting.resend()}
            onDrop={(item) => void submitting.drop(item)}
            onDismiss={submitting.dismiss}
          />
        )}
        {filled && reported && (
          <NumbersNotice workbook={workbook} form={filled.form} issued={reported} sheet={filled} />
        )}
        {filled && taken && (
          <CarryPanel
            workbook={workbook}
            filled={filled}
            carried={taken}
            onDone={() => {
              leave(taken.record.form)
              void check()
            }}
            onPartly={() => void check()}
          />
        )}
      </ClerkNotices>
      <FillingPanel
        pack={pack}
        unit={standing.unit}
        state={state}
        selected={selected}
        nameOf={nameOf}
        correcting={corrections.state}
        onReveal={onReveal}
        onCorrect={onCorrect}
        onStop={corrections.cancel}
        onHistory={onHistory}
        onChoose={onChoose}
        onTake={(record, template) => take({ record, template, fileName: facts.fileName })}
        onRenumber={onRenumber}
      />
    </>
  )
}
