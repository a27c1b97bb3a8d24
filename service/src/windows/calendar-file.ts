import type { Pack } from '@kaohe/shared-rules'

/** The due times of a campaign as an iCalendar file (RFC 5545), for the calendars people already look at. */
export function calendarFile({ id, title, calendar }: Pick<Pack, 'id' | 'title' | 'calendar'>, now: Date): string {
  const stamp = instant(now)
  const events = calendar.windows.flatMap((window) => [
    'BEGIN:VEVENT',
    `UID:${window.id}@${id}.kaohe.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${instant(new Date(Date.parse(window.due) - halfHour))}`,
    `DTEND:${instant(new Date(window.due))}`,
    `SUMMARY:${escaped(`${window.title}报送截止`)}`,
    `DESCRIPTION:${escaped(`${title}：报送截至 ${window.end} 的累计数，此后为逾期`)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${escaped(`${window.title}明天报送截止`)}`,
    'END:VALARM',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kaohe//zh-CN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const halfHour = 30 * 60 * 1000

/** `20190618T093000Z` */
const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

/** A line holds 75 bytes; what goes on begins with a blank. Never inside a character. */
function folded(line: string): string {
  let out = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > 75) {
      out += '\r\n '
      bytes = 1
    }
    out += sign
    bytes += size
  }
  return out
}
