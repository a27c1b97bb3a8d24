import type { QueuedReport } from '../../api/verification.ts'
import { faultOf, type Drafts } from './drafts.ts'
import { lineKey, wholeReport, type Line } from './items.ts'

/** A report of the queue with its lines. */
export interface QueueEntry {
  readonly report: QueuedReport
  readonly lines: readonly Line[]
}

/** Which lines to look at. */
export type Show = 'open' | 'disputed' | 'changed' | 'flagged' | 'no-evidence' | 'all'
export const shows: readonly Show[] = ['open', 'disputed', 'changed', 'flagged', 'no-evidence', 'all']

export interface Choice {
  readonly show: Show
  /** Ids; null for all. */
  readonly unit: string | null
  readonly form: string | null
  readonly indicator: string | null
}

export const everything: Choice = { show: 'open', unit: null, form: null, indicator: null }

/** The entries with the lines that were asked for; an entry without any is left out. */
export function chosen(
  entries: readonly QueueEntry[],
  { show, unit, form, indicator }: Choice,
  drafts: Drafts,
): readonly QueueEntry[] {
  return entries.flatMap((entry) => {
    const { report } = entry
    if (unit !== null && report.unit.id !== unit) return []
    if (form !== null && report.form !== form) return []
    if (indicator !== null && !report.indicators.some((one) => one.indicator === indicator)) return []
    const lines = entry.lines.filter((line) => isShown(line, show, drafts))
    return lines.length > 0 ? [{ report, lines }] : []
  })
}

export function isShown(line: Line, show: Show, drafts: Drafts): boolean {
  const { report, item } = line
  switch (show) {
    case 'open':
      // What was decided but not sent stays in sight.
      return drafts[line.key] !== undefined || (item.decision === null && report.returned.length === 0)
    case 'disputed':
      return report.indicators.some(({ disputed }) => disputed.includes(item.item))
    case 'changed':
      return item.changed
    case 'flagged':
      return line.reasons.length > 0 || report.indicators.some(({ flags }) => flags.length > 0)
    case 'no-evidence':
      return item.evidence.every(({ withdrawn }) => withdrawn !== null)
    case 'all':
      return true
  }
}

export interface Progress {
  readonly total: number
  /** Decided and sent. */
  readonly decided: number
  /** Decided here and complete, waiting to be sent. */
  readonly ready: number
  /** Begun, and something is missing. */
  readonly incomplete: number
}

export function progressOf(entries: readonly QueueEntry[], drafts: Drafts): Progress {
  let [total, decided, ready, incomplete] = [0, 0, 0, 0]
  for (const { report, lines } of entries) {
    const whole = drafts[lineKey(report, wholeReport)]
    for (const line of lines) {
      total += 1
      const draft = drafts[line.key]
      if (whole) ready += 1
      else if (draft && faultOf(line, draft) === null) ready += 1
      else if (draft) incomplete += 1
      else if (line.item.decision !== null || report.returned.length > 0) decided += 1
    }
  }
  return { total, decided, ready, incomplete }
}
