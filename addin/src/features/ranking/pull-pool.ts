import type { TranslateOf } from '../../i18n/translate.ts'
import type { ApiError, Ranking, SignedInApi } from '../../api/client.ts'
import type { ReportSheets } from '../../workbook/report-sheets.ts'
import type { WorkbookError } from '../../workbook/workbook.ts'
import { rankingReport } from './ranking.ts'

export interface Pool {
  readonly id: string
  readonly title: string
}

export interface Pulled {
  readonly pool: Pool
  readonly ranking: Ranking
  readonly sheet: string
  readonly how: 'created' | 'refreshed'
}

export type PulledPool =
  | ({ readonly step: 'pulled' } & Pulled)
  | { readonly step: 'cancelled' }
  | { readonly step: 'refused'; readonly error: ApiError }
  | { readonly step: 'stopped'; readonly error: WorkbookError }

interface Puller {
  readonly api: SignedInApi
  readonly sheets: ReportSheets
  readonly campaign: string
  readonly t: TranslateOf<'ranking'>
  /** Says when writing begins. */
  readonly onWriting?: (sheet: string) => void
  /** Heeded until writing begins. */
  readonly signal?: AbortSignal
}

/** Fetches the ranking of one pool and writes it: into its own sheet where that is, else into a new one. */
export async function pullPool(
  { api, sheets, campaign, t, onWriting, signal }: Puller,
  window: { readonly id: string; readonly title: string },
  pool: Pool,
): Promise<PulledPool> {
  if (signal?.aborted) return { step: 'cancelled' }
  const ranking = await api.ranking(window.id, pool.id, signal)
  if (signal?.aborted) return { step: 'cancelled' }
  if (!ranking.ok) return { step: 'refused', error: ranking.error }
  const report = rankingReport(ranking.value, { campaign, pool: pool.title, window: window.title }, t)
  onWriting?.(report.sheet)
  const found = await sheets.find(report.table)
  if (!found.ok) return { step: 'stopped', error: found.error }
  const written = await (found.value ? sheets.refresh(report) : sheets.create(report))
  if (!written.ok) return { step: 'stopped', error: written.error }
  const how = found.value ? 'refreshed' : 'created'
  return { step: 'pulled', pool, ranking: ranking.value, sheet: written.value.sheet, how }
}
