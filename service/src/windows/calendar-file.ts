import type { Activity, Pack } from '@kaohe/shared-rules'

type Source = Pick<Pack, 'id' | 'title' | 'calendar' | 'activities'>

/** The due times and the activities of a campaign as an iCalendar file (RFC 5545), for the calendars people already look at. */
export function calendarFile(pack: Source, now: Date): string {
  const stamp = `DTSTAMP:${instant(now)}`
  const events = [
    ...pack.calendar.windows.map((window) => dueTime(pack, window)),
    ...(pack.activities ?? []).flatMap((activity) => daysOf(pack, activity)),
  ].flatMap(([uid = '', ...lines]) => ['BEGIN:VEVENT', uid, stamp, ...lines, 'END:VEVENT'])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kaohe//zh-CN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** The half-hour that ends when a window is due, with a word the day before. */
const dueTime = ({ id, title }: Source, window: Pack['calendar']['windows'][number]): readonly string[] => [
  `UID:${window.id}@${id}.kaohe.invalid`,
  `DTSTART:${instant(new Date(Date.parse(window.due) - halfHour))}`,
  `DTEND:${instant(new Date(window.due))}`,
  `SUMMARY:${escaped(`${window.title}报送截止`)}`,
  `DESCRIPTION:${escaped(`${title}：报送截至 ${window.end} 的累计数，此后为逾期`)}`,
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:-P1D',
  `DESCRIPTION:${escaped(`${window.title}明天报送截止`)}`,
  'END:VALARM',
]

/** The days of an activity, during which nobody is busy because of it; none where no day is laid down. */
function daysOf({ id, title }: Source, activity: Activity): readonly (readonly string[])[] {
  const { from, to, organiser, participants, tasks, clause } = activity
  if (from === null || to === null) return []
  const people = [organiser, participants].flatMap((one) => one ?? []).join('；')
  const text = [`${title} ${clause}`, ...tasks, ...(people === '' ? [] : [people])].join('\n')
  return [
    [
      `UID:${activity.id}@${id}.kaohe.invalid`,
      `DTSTART;VALUE=DATE:${day(Date.parse(from))}`,
      // The first day that is no longer part of it.
      `DTEND;VALUE=DATE:${day(Date.parse(to) + 48 * halfHour)}`,
      `SUMMARY:${escaped(`${activity.title}（${activity.when}）`)}`,
      `DESCRIPTION:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
    ],
  ]
}

const halfHour = 30 * 60 * 1000

/** `20190618T093000Z` */
const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** `20190301` */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')

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
