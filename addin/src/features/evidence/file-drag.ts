const listeners = new Set<() => void>()
/** A drag that is given up outside the window says nothing of it; over the page it is heard of all the time. */
const SILENCE = 1_000
let dragging = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Are files being dragged over the page? As long as anybody asks, a drop beside every place does not take the page away. */
export const fileDrag = {
  current: (): boolean => dragging,
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) listen('addEventListener')
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) listen('removeEventListener')
    }
  },
}

function listen(change: 'addEventListener' | 'removeEventListener'): void {
  window[change]('dragover', over as EventListener)
  window[change]('dragleave', left as EventListener)
  window[change]('drop', dropped as EventListener)
}

function say(now: boolean): void {
  clearTimeout(timer)
  if (now) timer = setTimeout(() => say(false), SILENCE)
  if (now === dragging) return
  dragging = now
  for (const listener of [...listeners]) listener()
}

function over(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return
  // No place below has taken it.
  if (!event.defaultPrevented) event.dataTransfer.dropEffect = 'none'
  event.preventDefault()
  say(true)
}

function left({ relatedTarget }: DragEvent): void {
  if (relatedTarget === null) say(false)
}

function dropped(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  say(false)
}
