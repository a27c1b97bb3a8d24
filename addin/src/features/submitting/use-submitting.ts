import { useCallback, useEffect, useRef, useState } from 'react'
import type { Receipt, SignedInApi, Submission } from '../../api/client.ts'
import { useTryAgain } from '../../ui/use-try-again.ts'
import type { Outbox, OutboxItem } from './outbox.ts'
import { isOutdated, type Refusal } from './refusal.ts'
import { sendItem } from './send.ts'

export type Submitting =
  | { readonly step: 'idle' }
  /** Not even saved here, so not sent. */
  | { readonly step: 'unsaved' }
  | { readonly step: 'sending'; readonly item: OutboxItem }
  | {
      readonly step: 'waiting'
      readonly items: readonly OutboxItem[]
      readonly why: Extract<Refusal, { kind: 'wait' }>['why']
    }
  | { readonly step: 'refused'; readonly item: OutboxItem; readonly refused: NonNullable<OutboxItem['refused']> }
  | { readonly step: 'received'; readonly receipt: Receipt }
  /** A report of another workbook, left here by a pane that was closed. */
  | { readonly step: 'received-for-another'; readonly receipt: Receipt; readonly formTitle: string }

interface UseSubmitting {
  readonly api: SignedInApi
  readonly box: Outbox
  readonly now: () => number
  readonly newId: () => string
  readonly onLapse: () => void
  /** The service holds something new, or the pane something old: the desk wants to be opened again. */
  readonly onStale: () => void
}

/** Sends what lies in the outbox: at once, when the network is back, after signing in again, and after the pane was killed. */
export function useSubmitting({ api, box, now, newId, onLapse, onStale }: UseSubmitting) {
  const [state, setState] = useState<Submitting>({ step: 'idle' })
  const underWay = useRef(false)

  const flush = useCallback(async () => {
    if (underWay.current) return
    underWay.current = true
    try {
      const items = await box.waiting().catch(() => [])
      for (const item of items) {
        setState({ step: 'sending', item })
        const sent = await sendItem(api, box, item)
        const own = item.workbook === box.workbook
        switch (sent.step) {
          case 'received': {
            const { receipt } = sent
            setState(
              own
                ? { step: 'received', receipt }
                : { step: 'received-for-another', receipt, formTitle: item.formTitle },
            )
            onStale()
            break
          }
          case 'waiting':
            setState({ step: 'waiting', why: sent.why, items: await box.waiting() })
            if (sent.why === 'unauthorised') onLapse()
            return
          case 'refused':
            setState(own ? { step: 'refused', item, refused: sent.refusal } : { step: 'idle' })
            if (isOutdated(sent.refusal.type)) onStale()
        }
      }
      if (items.length > 0) return
      const [refused] = await box.refused().catch(() => [])
      // What waited here may have been sent from another window meanwhile.
      setState((before) => {
        if (refused?.refused) return { step: 'refused', item: refused, refused: refused.refused }
        return before.step === 'waiting' ? { step: 'idle' } : before
      })
    } finally {
      underWay.current = false
    }
  }, [api, box, onLapse, onStale])

  useEffect(() => {
    // Sets state only once the outbox has answered: what was left by an earlier, killed pane is sent now.
    void flush()
  }, [flush])

  const waitsForNetwork = state.step === 'waiting' && state.why !== 'unauthorised'
  useTryAgain(waitsForNetwork, flush)

  async function submit(formTitle: string, submission: Submission) {
    const item: OutboxItem = { key: newId(), savedAt: now(), formTitle, submission, workbook: box.workbook }
    try {
      // A later report of the form takes the place of one that was turned down.
      for (const old of await box.refused()) if (old.submission.form === submission.form) await box.remove(old)
      await box.save(item)
    } catch {
      setState({ step: 'unsaved' })
      return
    }
    await flush()
  }

  async function drop(item: OutboxItem) {
    await box.remove(item)
    const items = await box.waiting()
    setState((before) => (before.step === 'waiting' && items.length > 0 ? { ...before, items } : { step: 'idle' }))
  }

  function dismiss() {
    if (state.step === 'refused') void box.remove(state.item)
    setState({ step: 'idle' })
  }

  return { state, submit, resend: flush, drop, dismiss }
}
