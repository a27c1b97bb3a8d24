import { useEffect, useState } from 'react'
import type { Me } from '../api/client.ts'

/** The running time of a demonstration as `2019-06-18 09:00`, or null where the clock is the real one. */
export function useDemoTime(clock: Me['clock'] | undefined): string | null {
  const [time, setTime] = useState<string | null>(null)
  const demo = clock?.demo ? clock.now : null
  useEffect(() => {
    if (demo === null) return
    const startedAt = Date.now()
    const told = Date.parse(demo)
    const tell = () => setTime(wallTime(told + Date.now() - startedAt))
    tell()
    const timer = setInterval(tell, 15_000)
    return () => clearInterval(timer)
  }, [demo])
  return demo === null ? null : time
}

/** China has one zone without summer time, whatever the machine is set to. */
function wallTime(moment: number): string {
  return new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
