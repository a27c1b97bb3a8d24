const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether the text is a day that exists, written `2019-05-01`. Such texts sort as the days do. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined
}

/** Days since 1970-01-01, or undefined for a text that is no day of the calendar. Pure arithmetic: no zone, no clock. */
export function dayNumber(text: string): number | undefined {
  const match = DAY.exec(text)
  if (!match) return undefined
  const [year, month, day] = [digits(match[1]), digits(match[2]), digits(match[3])]
  const length = month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]
  if (length === undefined || day < 1 || day > length) return undefined
  const before = LENGTHS.slice(0, month - 1).reduce<number>((sum, days) => sum + days, 0)
  return daysBeforeYear(year) - daysBeforeYear(1970) + before + (month > 2 && isLeap(year) ? 1 : 0) + day - 1
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

function digits(text: string | undefined): number {
  let number = 0
  for (const digit of text ?? '') number = number * 10 + digit.charCodeAt(0) - 48
  return number
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}
