const DAY = /^\d{4}-\d{2}-\d{2}$/
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Days of a common year before each month. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const DAYS_BEFORE_1970 = 719_162

/** Whether the text is a day that exists, written `2019-05-01`. Such texts sort as the days do. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined
}

/** Days since 1970-01-01, or undefined for a text that is no day of the calendar. Pure arithmetic: no zone, no clock. */
export function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || !DAY.test(text)) return undefined
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  const leap = isLeap(year)
  const before = BEFORE[month - 1]
  const length = month === 2 && leap ? 29 : LENGTHS[month - 1]
  if (before === undefined || length === undefined || day < 1 || day > length) return undefined
  return daysBeforeYear(year) - DAYS_BEFORE_1970 + before + (month > 2 && leap ? 1 : 0) + day - 1
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}
