const dayMs = 86_400_000
/** Excel's day 0. It is right for every day after February 1900, where Excel believes in a 29th. */
const origin = Date.UTC(1899, 11, 30)
const firstSerial = 61

/** The serial number of a day, or undefined when the calendar has no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const serial = (date.getTime() - origin) / dayMs
  return serial >= firstSerial && year <= 9999 ? serial : undefined
}

/** Year, month and day of a serial number; the time of day is dropped. */
export function dayOfSerial(serial: number): { year: number; month: number; day: number } {
  const date = new Date(origin + Math.floor(serial) * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
