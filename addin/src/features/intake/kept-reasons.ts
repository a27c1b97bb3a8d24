import { useCallback, useEffect, useState } from 'react'
import type { Keep } from '../../api/keep.ts'
import type { Reasons } from './intake.ts'

/** Sentences by the file's place in its batch. */
export type BatchReasons = Readonly<Record<number, Reasons>>

interface Kept {
  readonly batch: string
  readonly reasons: BatchReasons
}

interface Written {
  readonly reasons: BatchReasons
  /** The disk has said what it holds; before that nothing is written to it. */
  readonly restored: boolean
}

const prefixOf = (username: string) => `intake:${username}:`

/** The sentences of one batch while they are being written: kept on this machine until their file is accepted. */
export function useKeptReasons(keep: Keep, username: string, batch: string) {
  const key = prefixOf(username) + batch
  const [{ reasons, restored }, setWritten] = useState<Written>({ reasons: {}, restored: false })

  useEffect(() => {
    let over = false
    const restore = (kept: Kept | undefined) => {
      // What was typed before the disk answered goes on top.
      if (!over) setWritten((before) => ({ reasons: { ...kept?.reasons, ...before.reasons }, restored: true }))
    }
    // Only this file writes under the key.
    ;(keep.get(key) as Promise<Kept | undefined>).then(restore, () => restore(undefined))
    return () => {
      over = true
    }
  }, [keep, key])

  useEffect(() => {
    if (!restored) return
    const kept: Kept = { batch, reasons }
    // A sentence that cannot be kept is still on the screen and still goes along.
    void (Object.keys(reasons).length > 0 ? keep.set(key, kept) : keep.remove(key)).catch(() => undefined)
  }, [keep, key, batch, reasons, restored])

  const change = useCallback(
    (next: (before: BatchReasons) => BatchReasons) =>
      setWritten((before) => ({ ...before, reasons: next(before.reasons) })),
    [],
  )
  return {
    reasons,
    write: useCallback(
      (seq: number, finding: string, sentence: string) =>
        change((before) => ({ ...before, [seq]: { ...before[seq], [finding]: sentence } })),
      [change],
    ),
    /** Of files that are accepted nothing is left to say. */
    forget: useCallback(
      (accepted: readonly number[]) =>
        change((before) =>
          Object.fromEntries(Object.entries(before).filter(([seq]) => !accepted.includes(Number(seq)))),
        ),
      [change],
    ),
  }
}

/** Sentences for batches that the service no longer has are of no use to anybody. */
export async function dropOldReasons(keep: Keep, username: string, batches: readonly string[]): Promise<void> {
  const prefix = prefixOf(username)
  const kept = (await keep.list(prefix)) as readonly Kept[]
  await Promise.all(
    kept.filter(({ batch }) => !batches.includes(batch)).map(({ batch }) => keep.remove(prefix + batch)),
  )
}
