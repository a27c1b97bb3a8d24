import { chinaDay, endOfChinaDay } from '../clock.ts'

/** Of a pack's calendar, all that is needed here. */
export interface WindowCalendar {
  readonly windows: readonly Omit<ReportWindow, 'state'>[]
}

/** One window of the calendar as it stands at an instant. */
export interface ReportWindow {
  readonly id: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly due: string
  readonly state: 'open' | 'future' | 'past'
}

/**
 * The calendar's windows at an instant, in the calendar's order.
 *
 * A report states the year's figure up to the end of its window, so a window opens on its last day, in China. Late
 * reports are taken (and marked late) until a window that ends later is itself due; from then on this one is past.
 */
export function windowsAt(calendar: WindowCalendar, now: Date): readonly ReportWindow[] {
  const instant = now.getTime()
  const dues = calendar.windows.map(({ end, due }) => ({ end, due: Date.parse(due) }))
  return calendar.windows.map(({ id, title, start, end, due }) => {
    const opens = endOfChinaDay(end).getTime() - dayMs + 1
    const closes = Math.min(...dues.filter((other) => other.end > end).map((other) => other.due))
    const state = instant < opens ? 'future' : instant <= closes ? 'open' : 'past'
    return { id, title, start, end, due, state }
  })
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
