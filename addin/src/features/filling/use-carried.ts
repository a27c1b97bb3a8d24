import type { FormRecord } from '@kaohe/shared-rules'
import { useCallback, useEffect, useState } from 'react'
import type { Keep } from '../../api/keep.ts'

/** What stood in an outdated workbook, taken along until it is in the new one. */
export interface Carried {
  readonly record: FormRecord
  readonly template: number
  readonly fileName: string
}

/** The unit's figures on their way from an old workbook to a new one. Only this file reads and writes under these keys. */
export function useCarried(keep: Keep, username: string) {
  const prefix = `carried:${username}:`
  const [carried, setCarried] = useState<readonly Carried[]>([])
  useEffect(() => {
    let over = false
    const read = () =>
      void keep
        .list(prefix)
        .catch(() => [])
        .then((kept) => {
          if (!over) setCarried(kept as readonly Carried[])
        })
    read()
    // The old workbook is in another window, with a pane of its own.
    window.addEventListener('focus', read)
    return () => {
      over = true
      window.removeEventListener('focus', read)
    }
  }, [keep, prefix])

  /** Resolves to false when this machine could not keep it. */
  const take = useCallback(
    async (one: Carried): Promise<boolean> => {
      const kept = await keep.set(prefix + one.record.form, one).then(
        () => true,
        () => false,
      )
      if (kept) setCarried((before) => [...before.filter(({ record }) => record.form !== one.record.form), one])
      return kept
    },
    [keep, prefix],
  )
  const leave = useCallback(
    (form: string) => {
      setCarried((before) => before.filter(({ record }) => record.form !== form))
      void keep.remove(prefix + form).catch(() => undefined)
    },
    [keep, prefix],
  )
  return { carried, take, leave }
}
