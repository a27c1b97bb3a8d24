/** The service's one source of time. */
export interface Clock {
  now(): Date
  /** 演示时间: said on every page. */
  readonly demo: boolean
}

export const systemClock: Clock = { now: () => new Date(), demo: false }

/** Starts at `start` and runs on from there. */
export function demoClock(start: Date): Clock {
  const zero = performance.now()
  return { now: () => new Date(start.getTime() + performance.now() - zero), demo: true }
}

/** China keeps UTC+8 all year (since 1991), whatever zone the machine is set to. */
const chinaOffset = 8 * 60 * 60 * 1000

/** The calendar day in China at this instant, `2019-06-18`. */
export function chinaDay(instant: Date): string {
  return new Date(instant.getTime() + chinaOffset).toISOString().slice(0, 10)
}

/** The last instant of a calendar day in China: what is due on a day may arrive until then. */
export function endOfChinaDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - chinaOffset + 24 * 60 * 60 * 1000 - 1)
}
