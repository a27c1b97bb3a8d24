import { useEffect, useState } from 'react'
import type { OpenedDesk } from './desk.ts'

/** The service's time, running on from when it was told; the clock of this machine decides nothing. */
export function useClock({ me, fetchedAt }: Pick<OpenedDesk, 'me' | 'fetchedAt'>): number {
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    const tick = () => setElapsed(Math.max(0, Date.now() - fetchedAt))
    tick()
    const timer = setInterval(tick, 15_000)
    return () => clearInterval(timer)
  }, [fetchedAt])
  return Date.parse(me.clock.now) + elapsed
}
