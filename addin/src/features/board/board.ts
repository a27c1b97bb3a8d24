import type { Pack } from '@kaohe/shared-rules'
import type { Board, BoardForm, BoardRow } from '../../api/office.ts'

export type Show = 'all' | 'missing' | 'late' | 'flagged'
export const shows: readonly Show[] = ['all', 'missing', 'late', 'flagged']

export const isMissing = ({ state }: BoardForm): boolean =>
  state === 'not-reported' || state === 'empty' || state === 'returned'

/** Asked for and past the due time, come or not. */
export const isLate = ({ timeliness }: BoardForm): boolean => timeliness === 'late'

export function isShown({ forms, flags }: BoardRow, show: Show): boolean {
  switch (show) {
    case 'all':
      return true
    case 'missing':
      return forms.some(isMissing)
    case 'late':
      return forms.some(isLate)
    case 'flagged':
      return flags.length > 0
  }
}

/** Indicators of a unit by how far they are verified; those without a task do not count. */
export function verifiedOf({ verification }: BoardRow) {
  const count = (wanted: string) => verification.filter(({ state }) => state === wanted).length
  const [verified, partial, unverified] = [count('verified'), count('partial'), count('unverified')]
  return { verified, partial, unverified, total: verified + partial + unverified }
}

export interface PoolRows {
  readonly id: string
  readonly title: string
  readonly rows: readonly BoardRow[]
}

/** Rows by pool, in the order of the pack; a pool without rows is left out. */
export function byPool(pack: Pack, rows: readonly BoardRow[]): readonly PoolRows[] {
  return pack.pools.flatMap(({ id, title }) => {
    const own = rows.filter(({ unit }) => unit.pool === id)
    return own.length > 0 ? [{ id, title, rows: own }] : []
  })
}

/** Who still has to hand in which forms, for a notice. */
export function reminders(
  pack: Pack,
  { rows }: Pick<Board, 'rows'>,
): readonly { readonly unit: string; readonly forms: readonly string[] }[] {
  return rows.flatMap(({ unit, forms }) => {
    const missing = forms.filter(isMissing).map(({ form }) => pack.forms.find(({ id }) => id === form)?.annex ?? form)
    return missing.length > 0 ? [{ unit: unit.name, forms: missing }] : []
  })
}
