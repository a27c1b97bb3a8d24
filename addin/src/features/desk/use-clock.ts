import { useEffect, useState } from 'react'
import type { OpenedDesk } from './desk.ts'

/** The service's time, running on from when it was told; the clock of this machine decides nothing. */
export function useClock({ me, fetchedAt }: Pick<OpenedDesk, 'me' | 'fetchedAt'>, now: () => number): number {
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    const tick = () => setElapsed(Math.max(0, now() - fetchedAt))
    tick()
    const timer = setInterval(tick, 15_000)
    return () => clearInterval(timer)
  }, [fetchedAt, now])
  return Date.parse(me.clock.now) + elapsed
}
