const EIGHT_HOURS = 8 * 60 * 60 * 1000

/** A moment as clocks in the district show it, whatever the zone of this machine. */
export interface Moment {
  readonly date: string
  readonly time: string
}

/** Due times and receipts are 北京时间: one offset all year, no daylight saving. */
export function momentOf(milliseconds: number): Moment {
  const [date = '', time = ''] = new Date(milliseconds + EIGHT_HOURS).toISOString().split('T')
  return { date, time: time.slice(0, 5) }
}

/** `2019-06-18T09:00:00+08:00` → `2019-06-18 09:00`. */
export function momentText(iso: string): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const { date, time } = momentOf(at)
  return `${date} ${time}`
}
