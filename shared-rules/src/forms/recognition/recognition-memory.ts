import type { CellValue, WorkbookSnapshot } from '../snapshot.ts'

/**
 * What was recognised before, for whoever looks at one workbook again after each change. It is recognised anew where what it is
 * held against is another object, or where a name or a text changed: figures are no heads.
 */
export type RecognitionMemory<Seen> = (against: object, snapshot: WorkbookSnapshot, recognise: () => Seen) => Seen

export function recognitionMemory<Seen>(): RecognitionMemory<Seen> {
  let known: { readonly against: object; readonly snapshot: WorkbookSnapshot; readonly seen: Seen } | undefined
  return (against, snapshot, recognise) => {
    const stands = known?.against === against && saysTheSame(known.snapshot, snapshot)
    const seen = known && stands ? known.seen : recognise()
    known = { against, snapshot, seen }
    return seen
  }
}

function saysTheSame(one: WorkbookSnapshot, other: WorkbookSnapshot): boolean {
  const names = Object.entries(one.names)
  return (
    names.length === Object.keys(other.names).length &&
    names.every(([name, place]) => other.names[name] === place) &&
    isEach(one.sheets, other.sheets, (was, is) => {
      const lies = was.name === is.name && was.top === is.top && was.left === is.left
      return lies && isEach(was.values, is.values, (old, row) => old === row || isEach(old, row, isSameText))
    })
  )
}

function isEach<One>(some: readonly One[], others: readonly One[], is: (one: One, other: One) => boolean): boolean {
  const isAt = (one: One, index: number) => {
    const other = others[index]
    return other !== undefined && is(one, other)
  }
  return some.length === others.length && some.every(isAt)
}

const textOf = (value: CellValue) => (typeof value === 'string' ? value : '')
const isSameText = (one: CellValue, other: CellValue) => one === other || textOf(one) === textOf(other)
