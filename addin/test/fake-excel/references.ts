import { columnIndex, columnName, quoteSheet } from './area.ts'

/** Rows or columns put in before the place `at`, counted from zero. */
export interface Insertion {
  readonly sheet: string
  readonly axis: 'row' | 'column'
  readonly at: number
  readonly count: number
}

const reference =
  /(?<![\p{L}\p{N}_.$])(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_.(!])/gu

/** What a formula or name on `home` refers to after rows or columns were put in. */
export function afterInsertion(formula: string, home: string, insertion: Insertion): string {
  return inReferences(formula, (sheet, corners, text) => {
    if ((sheet ?? home) !== insertion.sheet) return text
    return prefix(sheet) + corners.map((corner) => shifted(corner, insertion)).join(':')
  })
}

/** The same formula after a sheet got another name. */
export function afterRenaming(formula: string, before: string, after: string): string {
  return inReferences(formula, (sheet, corners, text) => (sheet === before ? prefix(after) + corners.join(':') : text))
}

function inReferences(
  formula: string,
  change: (sheet: string | undefined, corners: readonly string[], text: string) => string,
): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part) =>
      part.startsWith('"')
        ? part
        : part.replace(reference, (text, quoted?: string, plain?: string, first = '', last?: string) =>
            change(quoted?.replaceAll("''", "'") ?? plain, last === undefined ? [first] : [first, last], text),
          ),
    )
    .join('')
}

function prefix(sheet: string | undefined): string {
  return sheet === undefined ? '' : `${quoteSheet(sheet)}!`
}

function shifted(corner: string, { axis, at, count }: Insertion): string {
  const [, dollarColumn = '', letters = '', dollarRow = '', digits = ''] =
    /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(corner) ?? []
  const column = columnIndex(letters)
  const row = Number(digits) - 1
  const newColumn = axis === 'column' && column >= at ? column + count : column
  const newRow = axis === 'row' && row >= at ? row + count : row
  return `${dollarColumn}${columnName(newColumn)}${dollarRow}${String(newRow + 1)}`
}
