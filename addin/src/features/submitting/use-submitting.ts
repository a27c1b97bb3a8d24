import { useCallback, useEffect, useRef, useState } from 'react'
import type { Receipt, SignedInApi, Submission } from '../../api/client.ts'
import type { Outbox, OutboxItem } from './outbox.ts'
import { isOutdated, refusalOf, type Refusal } from './refusal.ts'

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
  | { readonly step: 'refused'; readonly item: OutboxItem; readonly refusal: Extract<Refusal, { kind: 'final' }> }
  | { readonly step: 'received'; readonly receipt: Receipt; readonly submission: Submission }

const AGAIN = 15_000

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
      for (const item of await box.waiting().catch(() => [])) {
        setState({ step: 'sending', item })
        const answer = await api.submit(item.key, item.submission)
        if (answer.ok) {
          const { receipt } = answer.value
          await box.keepReceipt(receipt).catch(() => undefined)
          await box.remove(item)
          await box.keepReasons(item.submission.form, {}).catch(() => undefined)
          setState({ step: 'received', receipt, submission: item.submission })
          onStale()
          continue
        }
        const refusal = refusalOf(answer.error)
        if (refusal.kind === 'wait') {
          setState({ step: 'waiting', why: refusal.why, items: await box.waiting() })
          if (refusal.why === 'unauthorised') onLapse()
          return
        }
        await box.remove(item)
        setState({ step: 'refused', item, refusal })
        if (isOutdated(refusal.type)) onStale()
      }
    } finally {
      underWay.current = false
    }
  }, [api, box, onLapse, onStale])

  useEffect(() => {
    // Sets state only once the outbox has answered: what was left by an earlier, killed pane is sent now.
    void flush()
  }, [flush])

  const waitsForNetwork = state.step === 'waiting' && state.why !== 'unauthorised'
  useEffect(() => {
    if (!waitsForNetwork) return
    const again = () => void flush()
    const timer = setInterval(again, AGAIN)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [waitsForNetwork, flush])

  async function submit(formTitle: string, submission: Submission) {
    const item: OutboxItem = { key: newId(), savedAt: now(), formTitle, submission }
    try {
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

  return { state, submit, resend: flush, drop, dismiss: () => setState({ step: 'idle' }) }
}
