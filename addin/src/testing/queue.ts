import type { Cells } from '@kaohe/shared-rules'
import type { QueuedItem, QueuedReport } from '../api/verification.ts'

const none = { before: null, changed: true, decision: null, others: [], evidence: [] }

export const figureItem = (value: string | null, more: Partial<QueuedItem> = {}): QueuedItem => ({
  item: 'reported',
  kind: 'figure',
  ledger: null,
  row: null,
  value,
  cells: null,
  ...none,
  ...more,
})

export const rowItem = (item: string, row: number, cells: Cells, ledger = 'grants'): QueuedItem => ({
  item,
  kind: 'row',
  ledger,
  row,
  value: null,
  cells,
  ...none,
})

/** A report as it stands in the queue of 财政局. */
export function queued(
  form: 'tax' | 'funds',
  items: readonly QueuedItem[],
  more: Partial<QueuedReport> = {},
): QueuedReport {
  return {
    number: '2019-000001',
    unit: { id: 'xinxing', name: '新兴街道' },
    form,
    window: '2019-06-1',
    receivedAt: '2019-06-18T01:00:00.000Z',
    timeliness: 'on-time',
    reasons: {},
    returned: [],
    items: [...items],
    indicators: [
      {
        indicator: form,
        state: 'unverified',
        reported: null,
        verified: null,
        difference: null,
        supplied: null,
        bureaus: [],
        disputed: [],
        target: '2000',
        flags: [],
      },
    ],
    open: items.length,
    ...more,
  }
}
