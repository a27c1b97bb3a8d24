import { useCallback, useEffect, useState } from 'react'
import type { Keep } from '../../api/keep.ts'
import type { Reasons } from './intake.ts'

/** Sentences by the file's place in its batch. */
export type BatchReasons = Readonly<Record<number, Reasons>>

interface Kept {
  readonly batch: string
  readonly reasons: BatchReasons
}

const prefixOf = (username: string) => `intake:${username}:`

/** The sentences of one batch while they are being written: kept on this machine until their file is accepted. */
export function useKeptReasons(keep: Keep, username: string, batch: string) {
  const key = prefixOf(username) + batch
  const [reasons, setReasons] = useState<BatchReasons>({})

  useEffect(() => {
    let over = false
    // Only this file writes under the key.
    void (keep.get(key) as Promise<Kept | undefined>)
      .catch(() => undefined)
      .then((kept) => {
        // What was typed before the disk answered goes on top.
        if (!over && kept) setReasons((before) => ({ ...kept.reasons, ...before }))
      })
    return () => {
      over = true
    }
  }, [keep, key])

  const change = useCallback(
    (next: (before: BatchReasons) => BatchReasons) =>
      setReasons((before) => {
        const after = next(before)
        const kept: Kept = { batch, reasons: after }
        // A sentence that cannot be kept is still on the screen and still goes along.
        void (Object.keys(after).length > 0 ? keep.set(key, kept) : keep.remove(key)).catch(() => undefined)
        return after
      }),
    [keep, key, batch],
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
