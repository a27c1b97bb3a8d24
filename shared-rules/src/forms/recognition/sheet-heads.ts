import type { CellAddress, WorkbookSnapshot } from '../snapshot.ts'
import { toA1 } from '../addresses.ts'
import type { Form } from '../form.ts'
import { headIndex } from './head-index.ts'
import { isCaption, isTotal, textKey } from './head-text.ts'

/** A text of a sheet that may be the head of a column, with the heads that stand over it. */
export interface SheetHead extends CellAddress {
  /** From the topmost head down, as the sheet has them. */
  readonly path: readonly string[]
}

/** Heads lie this near to the top. */
const ROWS = 12

/** Every text in the upper part of the sheets that could be a head, for a person to choose from. */
export function sheetHeads(snapshot: WorkbookSnapshot): readonly SheetHead[] {
  return snapshot.sheets.flatMap((sheet) => {
    const index = headIndex(sheet)
    const texts = new Map<string, string>()
    const found: SheetHead[] = []
    sheet.values.slice(0, ROWS).forEach((row, down) =>
      row.forEach((value, right) => {
        if (typeof value !== 'string' || value.trim() === '' || isCaption(value) || isTotal(value)) return
        const key = textKey(value)
        if (key === '') return
        texts.set(key, value.trim())
        const place = { row: sheet.top + down, column: sheet.left + right }
        const above = index.above(place).map((each) => texts.get(each) ?? each)
        found.push({
          sheet: sheet.name,
          address: toA1(place.row, place.column),
          path: [...above.toReversed(), value.trim()],
        })
      }),
    )
    return found
  })
}

/** What a person said this sheet calls our columns: head paths by column id, `projects.name` for a ledger's. */
export type ChosenHeads = Readonly<Record<string, readonly string[]>>

/** The form as this workbook words it, to be recognised by. The title above all heads says nothing about a column. */
export function withChosenHeads(form: Form, chosen: ChosenHeads): Form {
  const worded = (prefix: string) => (column: Form['matrix']['columns'][number]) => {
    const head = chosen[prefix + column.id]?.slice(-2)
    return head && head.length > 0 ? { ...column, head: [...head] } : column
  }
  return {
    ...form,
    matrix: { ...form.matrix, columns: form.matrix.columns.map(worded('')) },
    ledgers: form.ledgers.map((ledger) => ({ ...ledger, columns: ledger.columns.map(worded(`${ledger.id}.`)) })),
  }
}

/** How alike two heads are, between 0 and 1: by the characters they share. */
export function likenessOfHeads(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one, other].map((path) => new Set(textKey(path.at(-1) ?? '')))
  if (!a || !b || a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((character) => b.has(character)).length
  return (2 * shared) / (a.size + b.size)
}
