import type { CellPath, Fingerprints, IndicatorResult, Total, Unit } from '@kaohe/shared-rules'

/** 回执: what the service took in, when, and that it came to the same result. Stored as it was given, and given again as stored. */
export interface Receipt {
  readonly number: string
  /** ISO 8601, by the service's clock. */
  readonly receivedAt: string
  readonly unit: Unit
  readonly form: string
  readonly window: string
  readonly timeliness: 'on-time' | 'late'
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  readonly fingerprints: Fingerprints
  readonly total: Total
  readonly indicators: readonly Pick<IndicatorResult, 'indicator' | 'shown' | 'status'>[]
  readonly cells: readonly ReceivedCell[]
  /** 项目编号 of every ledger row, new or known; `row` counts from zero in the record. */
  readonly numbers: readonly RowNumber[]
}

export interface ReceivedCell {
  readonly path: CellPath
  readonly status: 'accepted' | 'unchanged' | 'refused'
  readonly reason?: string
}

export interface RowNumber {
  readonly ledger: string
  readonly row: number
  readonly number: string
}
