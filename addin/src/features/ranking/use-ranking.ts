import { useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ApiError, SignedInApi } from '../../api/client.ts'
import type { ReportSheets } from '../../workbook/report-sheets.ts'
import type { WorkbookError } from '../../workbook/workbook.ts'
import { pullPool, type Pool, type Pulled } from './pull-pool.ts'

export type RankingState =
  | { readonly step: 'idle' }
  | { readonly step: 'fetching'; readonly pool: Pool; readonly pulled: readonly Pulled[] }
  | { readonly step: 'writing'; readonly sheet: string; readonly pulled: readonly Pulled[] }
  | { readonly step: 'pulled' | 'cancelled'; readonly pulled: readonly Pulled[] }
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
  const { t } = useTranslation('ranking')
  const [state, setState] = useState<RankingState>({ step: 'idle' })
  const cancelling = useRef(new AbortController())

  /** Fetches each pool and writes it at once, so that a late refusal costs nothing of what came before. */
  async function pull(window: { readonly id: string; readonly title: string }) {
    const { signal } = (cancelling.current = new AbortController())
    const pulled: Pulled[] = []
    for (const pool of pools) {
      setState({ step: 'fetching', pool, pulled: [...pulled] })
      const onWriting = (sheet: string) => setState({ step: 'writing', sheet, pulled: [...pulled] })
      const one = await pullPool({ api, sheets, campaign, t, onWriting, signal }, window, pool)
      if (one.step !== 'pulled') {
        if (one.step === 'refused' && one.error.kind === 'problem' && one.error.status === 401) onLapse()
        setState({ ...one, pulled })
        return
      }
      pulled.push(one)
    }
    setState({ step: 'pulled', pulled })
  }

  /** A sheet that is being written is finished: half a ranking would be worse than none. */
  return { state, pull, cancel: () => cancelling.current.abort() }
}
