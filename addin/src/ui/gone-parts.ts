import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let gone = false

/** Has the service another build by now, without the parts that this page still wants? Taken back where one comes after all. */
export const goneParts = {
  say(now: boolean): void {
    if (now === gone) return
    gone = now
    for (const listener of [...listeners]) listener()
  },
}

export function useGoneParts(): boolean {
  return useSyncExternalStore(subscribe, () => gone)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
