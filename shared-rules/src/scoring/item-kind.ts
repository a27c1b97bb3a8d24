import type { Item } from '../facts.ts'
import { meetsAll } from '../figures/items.ts'
import type { Pack } from '../pack/pack.ts'
import { isOverItems, type OverItems } from './inputs.ts'

/** What a row is to the pack, as text: in the place of a row, another of its kind would make every score the same. */
export type ItemKind = (item: Item, index: number) => string

const known = new WeakMap<Pack, Map<string, ItemKind>>()

/**
 * Tells the rows of a ledger apart as far as the pack does: by which conditions each meets, and where it is chosen by what it
 * holds in the columns that are named besides. Of a long ledger most rows are of a few kinds.
 */
export function itemKind(pack: Pack, ledger: string): ItemKind {
  const kinds = known.get(pack) ?? new Map<string, ItemKind>()
  known.set(pack, kinds)
  const kind = kinds.get(ledger) ?? kindBy(partsOver(ledger, pack.indicators))
  kinds.set(ledger, kind)
  return kind
}

function kindBy(parts: readonly OverItems[]): ItemKind {
  const looks = parts.map(({ where, ...rest }) => ({
    meets: meetsAll(where),
    named: [...new Set(textsIn(rest))],
    // Of rows that count once it matters which comes first.
    isOwn: rest.once !== undefined,
  }))
  return (item, index) =>
    JSON.stringify(
      looks.map(({ meets, named, isOwn }) => {
        const met = meets(item)
        return met === true ? [isOwn && index, ...named.map((name) => item[name])] : met
      }),
    )
}

/** Whatever the pack counts, sums up or scores row by row in this ledger. */
function partsOver(ledger: string, part: unknown): readonly OverItems[] {
  if (typeof part !== 'object' || part === null) return []
  const own = isOverItems(part) && part.ledger === ledger ? [part] : []
  return [...own, ...Object.values(part).flatMap((each) => partsOver(ledger, each))]
}

function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : []
}
