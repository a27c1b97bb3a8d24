import {
  cellPath,
  fromA1,
  toA1,
  type CellAddress,
  type CellPath,
  type Form,
  type FormRecord,
  type Ledger,
} from '@kaohe/shared-rules'
import { rowIdentity } from '../../ui/row-identity.ts'

/** A block of one column, to be written at once. */
export interface NumberBlock {
  readonly place: CellAddress
  readonly numbers: readonly string[]
}

export interface NumbersToWrite {
  readonly count: number
  readonly blocks: readonly NumberBlock[]
}

interface Issued {
  readonly record: FormRecord
  readonly numbers: readonly { readonly ledger: string; readonly row: number; readonly number: string }[]
}

interface Sheet {
  readonly record: FormRecord
  readonly addresses: Readonly<Record<CellPath, CellAddress>>
}

/**
 * 项目编号 the service has issued and the sheet does not show yet, each beside its row: the row that still holds the same
 * identity, wherever it was moved to since. A row changed beyond that gets its number with the next report.
 */
export function numbersToWrite(form: Form, issued: Issued, sheet: Sheet): NumbersToWrite {
  const places = form.ledgers.flatMap((ledger) => placesOf(ledger, issued, sheet))
  return { count: places.length, blocks: blocksOf(places) }
}

interface Placed {
  readonly place: CellAddress
  readonly number: string
}

function placesOf(ledger: Ledger, issued: Issued, { record, addresses }: Sheet): readonly Placed[] {
  const column = ledger.columns.find(({ role }) => role === 'number')?.id
  if (column === undefined) return []
  const rows = record.ledgers[ledger.id] ?? []
  const shown = new Set(rows.map((row) => row[column]).filter((number) => number !== null))
  const taken = new Set<number>()
  return issued.numbers.flatMap(({ ledger: of, row, number }): Placed[] => {
    const submitted = of === ledger.id ? issued.record.ledgers[of]?.[row] : undefined
    if (!submitted || shown.has(number)) return []
    const wanted = rowIdentity(ledger, submitted)
    const isWanted = (index: number) =>
      !taken.has(index) && !rows[index]?.[column] && rowIdentity(ledger, rows[index] ?? {}) === wanted
    const index = isWanted(row) ? row : rows.findIndex((_, index) => isWanted(index))
    const place = addresses[cellPath(ledger.id, index, column)]
    if (!place) return []
    taken.add(index)
    return [{ place, number }]
  })
}

/** Neighbouring cells go in one write. */
function blocksOf(places: readonly Placed[]): readonly NumberBlock[] {
  const blocks: { place: CellAddress; numbers: string[]; next: string }[] = []
  for (const { place, number } of [...places].sort((a, b) => rowOf(a.place) - rowOf(b.place))) {
    const open = blocks.find(({ place: { sheet }, next }) => sheet === place.sheet && next === place.address)
    if (open) {
      open.numbers.push(number)
      open.next = below(place)
    } else {
      blocks.push({ place, numbers: [number], next: below(place) })
    }
  }
  return blocks.map(({ place, numbers }) => ({ place, numbers }))
}

const rowOf = ({ address }: CellAddress): number => fromA1(address)?.row ?? 0

function below({ address }: CellAddress): string {
  const place = fromA1(address)
  return place ? toA1(place.row + 1, place.column) : ''
}
