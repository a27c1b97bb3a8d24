const listeners = new Set<() => void>()
let gone = false

/** Has the service another build by now, without the parts that this page still wants? Taken back where one comes after all. */
export const goneParts = {
  current: (): boolean => gone,
  say(now: boolean): void {
    if (now === gone) return
    gone = now
    for (const listener of [...listeners]) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
