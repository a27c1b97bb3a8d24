import { useEffect } from 'react'

/** Milliseconds between two tries where no word comes that the network is back. */
const AGAIN = 15_000

/** Calls `send` again and again while something waits, and at once when the network is back. */
export function useTryAgain(waits: boolean, send: () => Promise<void>): void {
  useEffect(() => {
    if (!waits) return
    const again = () => void send()
    const timer = setInterval(again, AGAIN)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [waits, send])
}
