import { useEffect, useState } from 'react'
import type { Outbox } from './outbox.ts'

/** The sentences for amber figures while they are being written. They are kept, so that closing the pane loses none. */
export function useReasons(box: Outbox, form: string) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})

  useEffect(() => {
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

  const write = (key: string, text: string) => {
    const after = { ...reasons, [key]: text }
    setReasons(after)
    // A sentence that cannot be kept is still on the screen and still goes along.
    void box.keepReasons(form, box.workbook, after).catch(() => undefined)
  }
  return { reasons, write }
}
