import { useEffect, useRef } from 'react'

/** Brings the element into view each time `when` turns true. */
export function useScrollWhen<T extends Element>(when: boolean) {
  const element = useRef<T>(null)
  useEffect(() => {
    if (when) element.current?.scrollIntoView({ block: 'nearest', behavior: 'auto' })
  }, [when])
  return element
}
