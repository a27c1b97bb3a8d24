import { useEffect, useState, type RefObject } from 'react'
import type { Viewport } from './geometry.ts'

/** Size of the element as it is now; a usable guess before it was measured. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ width: 1000, height: 640 })
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new ResizeObserver(() => {
      if (target.clientWidth > 0) setViewport({ width: target.clientWidth, height: target.clientHeight })
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return viewport
}
