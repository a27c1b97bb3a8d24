import { z } from 'zod'
import { chinaDay, endOfChinaDay } from '../clock.ts'
import type { Described } from '../contract/described.ts'

/** Of a pack's calendar, all that is needed here. */
export interface WindowCalendar {
  readonly windows: readonly Omit<ReportWindow, 'state'>[]
}

/** One window of the calendar as it stands at an instant. */
export const reportWindowSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    start: z.string(),
    end: z.string(),
    due: z.string(),
    state: z.enum(['open', 'future', 'past']),
  })
  .meta({ id: 'Window' })
export type ReportWindow = Described<typeof reportWindowSchema>

/**
 * The calendar's windows at an instant, in the calendar's order.
 *
 * A report states the year's figure up to the end of its window, so a window opens on its last day, in China. Late
 * reports are taken (and marked late) until a window that ends later is itself due; from then on this one is past.
 */
export function windowsAt(calendar: WindowCalendar, now: Date): readonly ReportWindow[] {
  const instant = now.getTime()
  return spansOf(calendar).map(({ opens, closes, window: { id, title, start, end, due } }) => {
    const state = instant < opens ? 'future' : instant <= closes ? 'open' : 'past'
    return { id, title, start, end, due, state }
  })
}

/** A window with the instants between which it takes reports. */
interface Span {
  readonly window: WindowCalendar['windows'][number]
  readonly opens: number
  readonly closes: number
}

/** Calendars are values and never change, so the instants of each are read once. */
const knownSpans = new WeakMap<WindowCalendar, readonly Span[]>()

function spansOf(calendar: WindowCalendar): readonly Span[] {
  const known = knownSpans.get(calendar)
  if (known) return known
  const spans = calendar.windows.map((window) => {
    const later = calendar.windows.filter(({ end }) => end > window.end)
    const opens = endOfChinaDay(window.end).getTime() - dayMs + 1
    return { window, opens, closes: Math.min(...later.map(({ due }) => Date.parse(due))) }
  })
  knownSpans.set(calendar, spans)
  return spans
}

/** The window to report for: the open one that is due next, else the one that was due last; null before the first opens. */
export function currentWindow(windows: readonly ReportWindow[], now: Date): ReportWindow | null {
  const open = windows.filter(({ state }) => state === 'open').toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))
  return open.find(({ due }) => now.getTime() <= Date.parse(due)) ?? open.at(-1) ?? null
}

/** The day whose register counts now, units and targets: the last of the window to report for, today before the first opens. */
export function registerDay(windows: readonly ReportWindow[], now: Date): string {
  return currentWindow(windows, now)?.end ?? chinaDay(now)
}

/** 按时 up to and including the due instant, by the service's clock. */
export function timelinessOf(window: { readonly due: string }, receivedAt: Date): 'on-time' | 'late' {
  return receivedAt.getTime() <= Date.parse(window.due) ? 'on-time' : 'late'
}

const dayMs = 24 * 60 * 60 * 1000
