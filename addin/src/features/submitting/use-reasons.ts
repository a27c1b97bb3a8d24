import { useCallback, useEffect, useState } from 'react'
import type { Outbox } from './outbox.ts'

/** The sentences for amber figures while they are being written. They are kept, so that closing the pane loses none. */
export function useReasons(box: Outbox, form: string | null) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})

  useEffect(() => {
    if (form === null) return
    let over = false
    void box
      .reasons(form)
      .catch(() => ({}))
      .then((kept) => {
        if (!over) setReasons(kept)
      })
    return () => {
      over = true
    }
  }, [box, form])

  const write = useCallback(
    (key: string, text: string) => {
      setReasons((before) => {
        const after = { ...before, [key]: text }
        // A sentence that cannot be kept is still on the screen and still goes along.
        if (form !== null) void box.keepReasons(form, box.workbook, after).catch(() => undefined)
        return after
      })
    },
    [box, form],
  )
  return { reasons, write }
}
