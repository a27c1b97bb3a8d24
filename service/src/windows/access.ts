import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { ReportWindow } from '../register/windows.ts'

/** The office's word on a window; the latest counts. */
export const windowLockSchema = z
  .strictObject({
    window: z.string(),
    locked: z.boolean(),
    decider: z.string(),
    reason: z.string(),
    at: z.string(),
  })
  .meta({ id: 'WindowLock' })
export type WindowLock = Described<typeof windowLockSchema>

/** Who may hand in what for a closed window after all, until when, and on whose decision. */
export const reopeningSchema = z
  .strictObject({
    window: z.string(),
    units: z.array(z.string()),
    forms: z.array(z.string()),
    decider: z.string(),
    reason: z.string(),
    expires: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Reopening' })
export type Reopening = Described<typeof reopeningSchema>

/** What the office has decided about windows so far. */
export interface WindowDecisions {
  /** The latest for each window. */
  readonly locks: readonly WindowLock[]
  readonly reopenings: readonly Reopening[]
}

export type Closed = 'future' | 'past' | 'locked'

/**
 * May this unit hand this form in for the window now? Null if so, else why not. By the calendar, unless the office has locked
 * the window; a reopening goes over both, for its units and forms, until it expires.
 */
export function closedFor(
  window: ReportWindow,
  { unit, form }: { readonly unit: string; readonly form: string },
  { locks, reopenings }: WindowDecisions,
  now: Date,
): Closed | null {
  if (window.state === 'future') return 'future'
  const inForce = reopenings.filter((one) => one.window === window.id && isRunning(one, now))
  if (inForce.some(({ units, forms }) => units.includes(unit) && forms.includes(form))) return null
  if (lockOf(window.id, locks)) return 'locked'
  return window.state === 'past' ? 'past' : null
}

export const isRunning = ({ expires }: Reopening, now: Date): boolean => now.getTime() <= Date.parse(expires)

/** The lock that stands, or null. */
export function lockOf(window: string, locks: readonly WindowLock[]): WindowLock | null {
  return locks.find((lock) => lock.window === window && lock.locked) ?? null
}

/** A window as one unit sees it: open also where it was reopened for the unit, closed where it is locked. */
export function windowFor(
  window: ReportWindow,
  unit: string | null,
  decisions: WindowDecisions,
  now: Date,
): ReportWindow & { readonly locked: WindowLock | null; readonly reopened: Reopening | null } {
  const reopened = decisions.reopenings.find(
    (one) => one.window === window.id && isRunning(one, now) && unit !== null && one.units.includes(unit),
  )
  const locked = lockOf(window.id, decisions.locks)
  const state = window.state === 'future' ? 'future' : reopened ? 'open' : locked ? 'past' : window.state
  return { ...window, state, locked, reopened: reopened ?? null }
}
