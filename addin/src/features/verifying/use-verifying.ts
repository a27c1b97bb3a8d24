import { useCallback, useMemo, useState } from 'react'
import type { Pack } from '@kaohe/shared-rules'
import type { ApiError } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'
import { useLoaded, type Loaded } from '../../api/use-loaded.ts'
import type { QueuedReport, Queue, VerificationApi } from '../../api/verification.ts'
import type { QueueEntry } from './choices.ts'
import { toSend, withoutSent, type Drafts } from './drafts.ts'
import { linesOf } from './items.ts'
import { useDrafts } from './use-drafts.ts'

export type Sending =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly done: number; readonly of: number }
  | { readonly step: 'sent'; readonly decisions: number }
  /** These units have handed in again since; the queue is fresh, and what was decided is still there. */
  | { readonly step: 'outdated'; readonly reports: readonly QueuedReport[]; readonly decisions: number }
  | { readonly step: 'refused'; readonly report: QueuedReport; readonly error: ApiError; readonly decisions: number }

export interface Verifying {
  readonly loaded: Loaded<Queue>
  readonly entries: readonly QueueEntry[]
  readonly drafts: Drafts
  /** How many decisions would be sent now. */
  readonly ready: number
  readonly sending: Sending
  readonly canUndo: boolean
  readonly change: (change: (drafts: Drafts) => Drafts) => void
  readonly undo: () => void
  readonly reload: () => Promise<unknown>
  readonly send: (more?: Drafts) => Promise<void>
  readonly dismiss: () => void
}

interface UseVerifying {
  readonly api: VerificationApi
  readonly keep: Keep
  readonly pack: Pack
  readonly username: string
  readonly window: string
  readonly onLapse: () => void
}

/** The bureau's queue of a window, what is being decided about it, and the way to the service. */
export function useVerifying({ api, keep, pack, username, window, onLapse }: UseVerifying): Verifying {
  const load = useCallback(() => api.queue(window), [api, window])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { drafts, canUndo, change, undo, settle } = useDrafts(keep, username)
  const [sending, setSending] = useState<Sending>({ step: 'idle' })

  const reports = loaded.step === 'loaded' ? loaded.value.reports : null
  const entries = useMemo(
    () => (reports ?? []).map((report): QueueEntry => ({ report, lines: linesOf(pack, report) })),
    [reports, pack],
  )
  const ready = useMemo(
    () => toSend(entries, drafts).reduce((sum, { decisions }) => sum + decisions.length, 0),
    [entries, drafts],
  )

  /** Report by report, so that a late refusal costs nothing of what came before. `more` are decided in the same press. */
  async function send(more: Drafts = {}) {
    if (Object.keys(more).length > 0) change((before) => ({ ...before, ...more }))
    const parcels = toSend(entries, { ...drafts, ...more })
    const outdated: QueuedReport[] = []
    let decisions = 0
    for (const [done, parcel] of parcels.entries()) {
      const report = entries.find((entry) => entry.report.number === parcel.report)?.report
      if (!report) continue
      setSending({ step: 'sending', done, of: parcels.length })
      const answer = await api.verify(parcel)
      if (answer.ok) {
        decisions += parcel.decisions.length
        settle((before) => withoutSent(before, report, parcel))
        continue
      }
      const { error } = answer
      if (error.kind === 'problem' && error.type === 'report-outdated') {
        outdated.push(report)
        continue
      }
      if (error.kind === 'problem' && error.status === 401) onLapse()
      await reload()
      setSending({ step: 'refused', report, error, decisions })
      return
    }
    await reload()
    setSending(outdated.length > 0 ? { step: 'outdated', reports: outdated, decisions } : { step: 'sent', decisions })
  }

  return {
    loaded,
    entries,
    drafts,
    ready,
    sending,
    canUndo,
    change,
    undo,
    reload,
    send,
    dismiss: () => setSending({ step: 'idle' }),
  }
}
