import { isDay, isNegative, parseExact, type Column, type Adjustment } from '@kaohe/shared-rules'
import type { QueuedItem, QueuedReport, Verdict, Verification } from '../../api/verification.ts'
import { adjustable, lineKey, wholeReport, type Line } from './items.ts'

/** What a verifier means to decide about one item. It stays on this machine until it is sent. */
export interface Draft {
  readonly verdict: 'approve' | 'adjust' | 'return'
  /** 核减: what takes the place of the reported; null while nothing was typed. */
  readonly adjustment: Adjustment | null
  readonly reason: string
  /** What was reported when it was decided. */
  readonly seen: string
}

/** By the key of the line; the whole report under `*`. */
export type Drafts = Readonly<Record<string, Draft>>

/** What is still missing before it can be sent, or that the unit reported something else since. */
export type DraftFault = 'no-figure' | 'not-a-figure' | 'no-reason' | 'outdated' | 'nothing-changed'

export const seenOf = ({ value, cells }: Pick<QueuedItem, 'value' | 'cells'>): string => JSON.stringify([value, cells])

export const newDraft = (line: Line, verdict: Draft['verdict'], reason = ''): Draft => ({
  verdict,
  adjustment: null,
  reason,
  seen: seenOf(line.item),
})

export const wholeReturn = (report: QueuedReport, reason: string): Draft => ({
  verdict: 'return',
  adjustment: null,
  reason,
  seen: report.number,
})

export function faultOf(line: Line, draft: Draft): DraftFault | null {
  if (draft.seen !== seenOf(line.item)) return 'outdated'
  if (draft.verdict === 'approve') return null
  if (draft.verdict === 'adjust') {
    const fault = adjustmentFault(line, draft.adjustment)
    if (fault) return fault
  }
  return draft.reason.trim() === '' ? 'no-reason' : null
}

function adjustmentFault(line: Line, adjustment: Adjustment | null): DraftFault | null {
  if (adjustment === null) return 'no-figure'
  if ('struck' in adjustment) return null
  if ('value' in adjustment) {
    if (!isFigure(adjustment.value)) return adjustment.value.trim() === '' ? 'no-figure' : 'not-a-figure'
    return adjustment.value === line.reported ? 'nothing-changed' : null
  }
  const changed = Object.entries(adjustment.cells).filter(([id, text]) => (line.item.cells?.[id] ?? '') !== text)
  if (changed.length === 0) return 'no-figure'
  const columns = adjustable(line)
  const fits = changed.every(([id, text]) => {
    const column = columns.find((one) => one.id === id)
    return column !== undefined && fitsColumn(column, text)
  })
  return fits ? null : 'not-a-figure'
}

/** As the service will judge it. */
export function fitsColumn({ type, choices }: Column, text: string): boolean {
  switch (type) {
    case 'amount':
    case 'count':
    case 'percent':
      return isFigure(text)
    case 'date':
      return isDay(text)
    case 'choice':
      return choices === undefined || choices.includes(text)
    case 'text':
      return text.trim() !== ''
  }
}

function isFigure(text: string): boolean {
  const value = parseExact(text.trim())
  return value !== undefined && !isNegative(value)
}

/** The draft as the service takes it. */
export function verdictOf(item: string, { verdict, adjustment, reason }: Draft): Verdict {
  if (verdict === 'approve') return { item, verdict }
  if (verdict === 'return') return { item, verdict, reason: reason.trim() }
  return { item, verdict, adjustment: trimmed(adjustment ?? { struck: true }), reason: reason.trim() }
}

function trimmed(adjustment: Adjustment): Adjustment {
  return 'value' in adjustment ? { value: adjustment.value.trim() } : adjustment
}

/** All that can be sent now, report by report. A return of the whole report makes what was said of its items idle. */
export function toSend(
  reports: readonly { readonly report: QueuedReport; readonly lines: readonly Line[] }[],
  drafts: Drafts,
): readonly Verification[] {
  return reports.flatMap(({ report, lines }): readonly Verification[] => {
    const whole = drafts[lineKey(report, wholeReport)]
    if (whole?.seen === report.number && whole.reason.trim() !== '') {
      return [{ report: report.number, decisions: [verdictOf(wholeReport, whole)] }]
    }
    const decisions = lines.flatMap((line) => {
      const draft = drafts[line.key]
      return draft && faultOf(line, draft) === null ? [verdictOf(line.item.item, draft)] : []
    })
    return decisions.length > 0 ? [{ report: report.number, decisions }] : []
  })
}

/** The drafts without those that have been sent. */
export function withoutSent(drafts: Drafts, report: QueuedReport, sent: Verification): Drafts {
  const gone = new Set(sent.decisions.map(({ item }) => lineKey(report, item)))
  const all = gone.has(lineKey(report, wholeReport))
  const prefix = lineKey(report, '')
  return Object.fromEntries(
    Object.entries(drafts).filter(([key]) => !gone.has(key) && !(all && key.startsWith(prefix))),
  )
}
