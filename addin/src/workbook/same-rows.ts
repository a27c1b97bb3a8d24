import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '@kaohe/shared-rules'

/** The new snapshot, in which rows that did not change are the arrays they were: what was made of them need not be made again. */
export function withSameRows(before: WorkbookSnapshot | undefined, now: WorkbookSnapshot): WorkbookSnapshot {
  return {
    ...now,
    sheets: now.sheets.map((sheet) => {
      const was = before?.sheets.find(({ name }) => name === sheet.name)
      return was ? { ...sheet, values: sameRows(was, sheet) } : sheet
    }),
  }
}

function sameRows(was: SheetSnapshot, now: SheetSnapshot): SheetSnapshot['values'] {
  const moved = now.top - was.top
  return now.values.map((row, index) => {
    const old = was.left === now.left ? was.values[index + moved] : undefined
    return old && isSame(old, row) ? old : row
  })
}

const isSame = (one: readonly CellValue[], other: readonly CellValue[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index])
