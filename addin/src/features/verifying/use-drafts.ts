import { useCallback, useEffect, useReducer } from 'react'
import type { Keep } from '../../api/keep.ts'
import type { Drafts } from './drafts.ts'

interface Written {
  readonly drafts: Drafts
  /** Steps back, the latest last. */
  readonly past: readonly Drafts[]
  /** The disk has said what it holds; before that nothing is written to it. */
  readonly restored: boolean
}
type Step =
  | { readonly kind: 'change'; readonly change: (drafts: Drafts) => Drafts }
  | { readonly kind: 'undo' }
  /** What was sent cannot be taken back here. */
  | { readonly kind: 'settle'; readonly change: (drafts: Drafts) => Drafts }
  | { readonly kind: 'restore'; readonly drafts: Drafts }

const stepsKept = 100

function stepped(written: Written, step: Step): Written {
  switch (step.kind) {
    case 'change': {
      const drafts = step.change(written.drafts)
      if (drafts === written.drafts) return written
      return { ...written, drafts, past: [...written.past.slice(1 - stepsKept), written.drafts] }
    }
    case 'undo': {
      const last = written.past.at(-1)
      return last ? { ...written, drafts: last, past: written.past.slice(0, -1) } : written
    }
    case 'settle':
      return { ...written, drafts: step.change(written.drafts), past: [] }
    case 'restore':
      // What was decided before the disk answered goes on top.
      return { ...written, drafts: { ...step.drafts, ...written.drafts }, restored: true }
  }
}

/** Decisions not sent yet: kept on the disk with every step, with the steps back. */
export function useDrafts(keep: Keep, username: string) {
  const [{ drafts, past, restored }, step] = useReducer(stepped, { drafts: {}, past: [], restored: false })
  const key = `verifying:${username}`

  useEffect(() => {
    let over = false
    const restore = (kept: unknown) => {
      // Only this function writes under the key.
      if (!over) step({ kind: 'restore', drafts: (kept ?? {}) as Drafts })
    }
    keep.get(key).then(restore, () => restore(undefined))
    return () => {
      over = true
    }
  }, [keep, key])

  useEffect(() => {
    // Without room on the disk they live as long as the pane.
    if (restored) void keep.set(key, drafts).catch(() => undefined)
  }, [keep, key, drafts, restored])

  return {
    drafts,
    canUndo: past.length > 0,
    change: useCallback((change: (drafts: Drafts) => Drafts) => step({ kind: 'change', change }), []),
    undo: useCallback(() => step({ kind: 'undo' }), []),
    settle: useCallback((change: (drafts: Drafts) => Drafts) => step({ kind: 'settle', change }), []),
  }
}
