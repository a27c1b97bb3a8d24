import type { MiddlewareHandler } from 'hono'
import { ProblemError } from './problem.ts'

interface Waiting {
  readonly weight: number
  readonly enter: () => void
}

export interface UploadGateOptions {
  /** What the bodies that are let in may weigh together, in bytes; each is held in memory some four times while it is taken in. */
  readonly most: number
  /** What a body weighs that does not tell its length. */
  readonly largest: number
  /** For how long one waits, in milliseconds, before it is told to come again. */
  readonly patience: number
}

/**
 * Lets uploads in, in the order they came, as long as together they are not too heavy. One that waits is not read: its bytes stay
 * on the sender's machine, so that however many send at once, the memory they take has a bound.
 */
export function uploadGate({ most, largest, patience }: UploadGateOptions): MiddlewareHandler {
  let held = 0
  let waiting: readonly Waiting[] = []
  const letIn = () => {
    for (let [first] = waiting; first && (held === 0 || held + first.weight <= most); [first] = waiting) {
      waiting = waiting.slice(1)
      held += first.weight
      first.enter()
    }
  }
  const entered = (weight: number) =>
    new Promise<void>((resolve, reject) => {
      const one = {
        weight,
        enter: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        waiting = waiting.filter((other) => other !== one)
        reject(new ProblemError({ type: 'unavailable', retryAfter: 15 }))
        // Behind a large one that gave up there may be small ones for whom there is room.
        letIn()
      }, patience)
      waiting = [...waiting, one]
      letIn()
    })
  return async (c, next) => {
    const told = Number(c.req.header('content-length') ?? largest)
    const weight = Math.min(told, largest)
    await entered(weight)
    try {
      await next()
    } finally {
      held -= weight
      letIn()
    }
  }
}
