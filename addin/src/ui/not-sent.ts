import type { CellAddress } from '@kaohe/shared-rules'

/** A filled cell that no report takes along, and why. */
export interface NotSent {
  readonly place: CellAddress
  readonly why:
    | { readonly kind: 'other-unit' }
    /** An issued figure that was changed in the sheet; the register's is the one that counts. */
    | { readonly kind: 'issued'; readonly shown: string; readonly issued: string | null }
}
