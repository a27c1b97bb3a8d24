import type { Indicator } from '../../pack/indicator.ts'
import type { Targets, Unit } from '../../unit.ts'

/** What a form is laid out with, besides its description. */
export interface LayoutOptions {
  /** Rows in this order. */
  readonly units: readonly Unit[]
  /** Issued targets by unit id. */
  readonly targets: Readonly<Record<string, Targets>>
  /** Issued figures of the district by target key, printed as 合计 whatever the units add up to. */
  readonly totals: Targets
  /** The unit whose copy this is, or null for the office's, in which every row is open. */
  readonly owner: string | null
  /** What the columns that count a ledger count: the pack's indicators. */
  readonly indicators: readonly Pick<Indicator, 'id' | 'actual'>[]
  /** The split among the units is an example and the sheet says so. */
  readonly sample: boolean
}
