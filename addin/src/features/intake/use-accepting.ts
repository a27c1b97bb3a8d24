import { useCallback, useRef, useState } from 'react'
import type { ApiResult } from '../../api/client.ts'
import type { AcceptedBatch, Acceptance, Batch, IntakeApi, TurnedDown } from '../../api/intake.ts'

/** So many files go with one request: few enough to stop soon, since each that was accepted is a report. */
const atOnce = 25

/** Files the service was told to accept, of how many. */
export interface AcceptProgress {
  readonly done: number
  readonly of: number
}

interface UseAccepting {
  readonly api: IntakeApi
  readonly given: Batch
  readonly act: <T>(ask: () => Promise<ApiResult<T>>) => Promise<T | undefined>
  /** The batch after some of it was accepted. */
  readonly onAccepted: (batch: Batch) => void
}

interface Accepting {
  readonly batch: Batch
  readonly setBatch: (batch: Batch) => void
  readonly turnedDown: readonly TurnedDown[]
  /** While more is accepted than goes with one request. */
  readonly progress: AcceptProgress | null
  /** How far it was when it was stopped. */
  readonly stopped: AcceptProgress | null
  readonly accept: (acceptances: readonly Acceptance[]) => Promise<void>
  readonly cancel: () => void
}

/** Accepts files of a batch some at a time, and stops before the next ones when told. */
export function useAccepting({ api, given, act, onAccepted }: UseAccepting): Accepting {
  const [batch, setBatch] = useState(given)
  const [turnedDown, setTurnedDown] = useState<readonly TurnedDown[]>([])
  const [progress, setProgress] = useState<AcceptProgress | null>(null)
  const [stopped, setStopped] = useState<AcceptProgress | null>(null)
  const cancelling = useRef(new AbortController())

  async function accept(acceptances: readonly Acceptance[]) {
    const { signal } = (cancelling.current = new AbortController())
    const of = acceptances.length
    let done = 0
    setStopped(null)
    setTurnedDown([])
    const next = async (): Promise<ApiResult<AcceptedBatch>> => {
      if (of > atOnce) setProgress({ done, of })
      const step = acceptances.slice(done, done + atOnce)
      const answer = await api.accept(given.id, step)
      if (!answer.ok) return answer
      done += step.length
      setBatch(answer.value.batch)
      setTurnedDown((before) => [...before, ...answer.value.turnedDown])
      onAccepted(answer.value.batch)
      return done < of && !signal.aborted ? next() : answer
    }
    const answer = await act(next)
    setProgress(null)
    if (answer && done < of) setStopped({ done, of })
  }
  return {
    batch,
    setBatch,
    turnedDown,
    progress,
    stopped,
    accept,
    cancel: useCallback(() => cancelling.current.abort(), []),
  }
}
