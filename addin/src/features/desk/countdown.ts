import type { Translate } from '../../i18n/translate.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long until a moment, or since it, in the words of a deadline: days and hours, hours and minutes, minutes. */
export function countdown(due: string, now: number, t: Translate): string {
  const left = Date.parse(due) - now
  const span = Math.abs(left)
  const days = Math.floor(span / DAY)
  const hours = Math.floor((span % DAY) / HOUR)
  const minutes = Math.floor((span % HOUR) / MINUTE)
  const long =
    days > 0
      ? t('header.span.days', { days, hours })
      : hours > 0
        ? t('header.span.hours', { hours, minutes })
        : t('header.span.minutes', { minutes: Math.max(1, minutes) })
  return t(left < 0 ? 'header.overdueBy' : 'header.left', { span: long })
}

/** Less than a day left, or none: worth a warning. */
export function isPressing(due: string, now: number): boolean {
  return Date.parse(due) - now < DAY
}
