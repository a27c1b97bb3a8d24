import { useEffect, useState } from 'react'
import type { Keep } from '../api/keep.ts'
import type { MemoryBook, NewBook } from '../workbook/memory-book.ts'
import { draftOf } from './draft.ts'

export type DraftState = 'untouched' | 'saving' | 'saved' | 'not-saved'

const pause = 300

/** Keeps what was typed on this machine, shortly after each change and at once when the page is left. */
export function useDraft(keep: Keep, key: string, issued: NewBook, book: MemoryBook): DraftState {
  const [state, setState] = useState<DraftState>(() => (draftOf(issued, book.state()) ? 'saved' : 'untouched'))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let sheets = book.state().sheets
    let current = 0

    async function save() {
      clearTimeout(timer)
      timer = undefined
      const round = ++current
      const draft = draftOf(issued, book.state())
      try {
        await (draft ? keep.set(key, draft) : keep.remove(key))
        if (round === current) setState(draft ? 'saved' : 'untouched')
      } catch {
        // A full disk or a private window: the reader must know that this page must stay open.
        if (round === current) setState('not-saved')
      }
    }
    const leave = () => {
      if (timer !== undefined) void save()
    }
    const stop = book.subscribe(() => {
      if (book.state().sheets === sheets) return
      sheets = book.state().sheets
      setState('saving')
      clearTimeout(timer)
      timer = setTimeout(() => void save(), pause)
    })
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      leave()
      stop()
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [keep, key, issued, book])
  return state
}
