import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt, SignedInApi, Standing } from './api/client.ts'
import type { OpenedDesk } from './features/desk/desk.ts'
import { DeskHeader } from './features/desk/DeskHeader.tsx'
import { useClock } from './features/desk/use-clock.ts'
import { basisOf } from './features/filling/basis.ts'
import { FillingPanel } from './features/filling/FillingPanel.tsx'
import { useFilling } from './features/filling/use-filling.ts'
import { draftOf } from './features/submitting/draft.ts'
import { NumbersNotice } from './features/submitting/NumbersNotice.tsx'
import type { Outbox } from './features/submitting/outbox.ts'
import { ReceiptView } from './features/submitting/ReceiptView.tsx'
import { numbersToWrite } from './features/submitting/row-numbers.ts'
import { SendingNotice } from './features/submitting/SendingNotice.tsx'
import { Submit } from './features/submitting/Submit.tsx'
import { unsentOf } from './features/submitting/unsent.ts'
import { UnsentStrip } from './features/submitting/UnsentStrip.tsx'
import { useSubmitting } from './features/submitting/use-submitting.ts'
import { workbookErrorText } from './ui/error-text.ts'
import { momentOf, momentText } from './ui/moment.ts'
import type { Workbook } from './workbook/workbook.ts'

const useStyles = makeStyles({
  notices: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    ':empty': { display: 'none' },
  },
})

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
  const styles = useStyles()
  const { t } = useTranslation()
  const { pack, packHash, units, me } = desk
  const today = momentOf(useClock(desk, now)).date
  const basis = useMemo(
    () => basisOf({ pack, units, standing, windows: me.windows }, today),
    [pack, units, standing, me.windows, today],
  )
  const { state, pause, selected, check, reveal, revealError } = useFilling(workbook, basis)
  const submitting = useSubmitting({ api, box, now, newId, onLapse, onStale: onReopen })
  const [view, setView] = useState<'filling' | 'submitting'>('filling')
  const [earlier, setEarlier] = useState<Receipt | null>(null)

  const filled = state.step === 'filled' ? state : null
  const form = filled?.form
  const reported = standing.forms.find((one) => one.form === form?.id)?.submission ?? null
  const window = me.windows.find(({ id }) => id === standing.window)
  const destination = {
    window: window?.id ?? '',
    packHash,
    revision: standing.revision,
    previous: reported?.record ?? null,
  }
  const draft = filled && draftOf(filled, destination)
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
  if (view === 'submitting' && draft) {
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
  const queued = submitting.state.step === 'waiting' || submitting.state.step === 'sending'
  return (
    <>
      <DeskHeader desk={desk} now={now} form={form && `${form.annex} ${form.title}`} onSignOut={onSignOut} />
      {draft && (
        <UnsentStrip
          unsent={unsentOf(reported ?? undefined, destination.window, draft.changes.length, queued)}
          windowTitle={windowTitle}
          onSubmit={window?.state === 'open' ? () => setView('submitting') : null}
          onReceipt={reported ? () => void box.receipt(draft.form.id).then((kept) => setEarlier(kept ?? null)) : null}
        />
      )}
      <div className={styles.notices}>
        {desk.from === 'keep' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>
                {t('desk.kept', { time: momentText(new Date(desk.fetchedAt).toISOString()) })}
              </MessageBarTitle>
              {t('desk.keptHint')}
            </MessageBarBody>
          </MessageBar>
        )}
        <SendingNotice
          state={submitting.state}
          onResend={() => void submitting.resend()}
          onDrop={(item) => void submitting.drop(item)}
          onDismiss={submitting.dismiss}
        />
        {filled && reported && (
          <NumbersNotice workbook={workbook} numbers={numbersToWrite(filled.form, reported, filled)} />
        )}
        {pause && filled && (
          <MessageBar>
            <MessageBarBody>{t(pause === 'busy' ? 'workbook.busy' : 'workbook.editing')}</MessageBarBody>
          </MessageBar>
        )}
        {revealError && (
          <MessageBar intent="warning">
            <MessageBarBody>{workbookErrorText(revealError, t)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <FillingPanel
        pack={pack}
        unit={standing.unit}
        state={state}
        selected={selected}
        onReveal={(place) => void reveal(place)}
      />
    </>
  )
}
