import { useState } from 'react'
import { useTranslation } from 'react-i18next'
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

export type RankingState =
  | { readonly step: 'idle' }
  | { readonly step: 'fetching'; readonly pool: Pool; readonly pulled: readonly Pulled[] }
  | { readonly step: 'writing'; readonly sheet: string; readonly pulled: readonly Pulled[] }
  | { readonly step: 'pulled'; readonly pulled: readonly Pulled[] }
  | { readonly step: 'refused'; readonly error: ApiError; readonly pulled: readonly Pulled[] }
  | { readonly step: 'stopped'; readonly error: WorkbookError; readonly pulled: readonly Pulled[] }

interface UseRanking {
  readonly api: SignedInApi
  readonly sheets: ReportSheets
  readonly campaign: string
  readonly pools: readonly Pool[]
  readonly onLapse: () => void
}

export function useRanking({ api, sheets, campaign, pools, onLapse }: UseRanking) {
  const { t } = useTranslation()
  const [state, setState] = useState<RankingState>({ step: 'idle' })

  /** Fetches each pool and writes it at once, so that a late refusal costs nothing of what came before. */
  async function pull(window: { readonly id: string; readonly title: string }) {
    const pulled: Pulled[] = []
    for (const pool of pools) {
      setState({ step: 'fetching', pool, pulled: [...pulled] })
      const ranking = await api.ranking(window.id, pool.id)
      if (!ranking.ok) {
        if (ranking.error.kind === 'problem' && ranking.error.status === 401) onLapse()
        setState({ step: 'refused', error: ranking.error, pulled })
        return
      }
      const report = rankingReport(ranking.value, { campaign, pool: pool.title, window: window.title }, t)
      setState({ step: 'writing', sheet: report.sheet, pulled: [...pulled] })
      const found = await sheets.find(report.table)
      const written = !found.ok ? found : await (found.value ? sheets.refresh(report) : sheets.create(report))
      if (!found.ok || !written.ok || written.value === null) {
        const error = !found.ok
          ? found.error
          : !written.ok
            ? written.error
            : { kind: 'host' as const, code: 'no-sheet' }
        setState({ step: 'stopped', error, pulled })
        return
      }
      const how = found.value ? 'refreshed' : 'created'
      pulled.push({ pool, ranking: ranking.value, sheet: written.value.sheet, how })
    }
    setState({ step: 'pulled', pulled })
  }

  return { state, pull }
}
