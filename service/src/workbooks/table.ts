/** A cell of a table that goes out: a figure, or text that stays text whatever it looks like. */
export type TableCell = { readonly figure: string } | { readonly text: string }

/** A plain table for people without the add-in: written as a sheet, or as CSV. */
export interface Table {
  readonly name: string
  readonly title: string
  /** Lines under the title. */
  readonly notes: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

export const text = (value: string | null): TableCell => ({ text: value ?? '' })

/** A figure, `—` where there is none, and a fraction as the text it is. */
export function figure(value: string | number | null): TableCell {
  if (value === null) return { text: '—' }
  const plain = String(value)
  return /^-?\d+(\.\d+)?$/.test(plain) ? { figure: plain } : { text: plain }
}

/** CSV as Excel in China opens it: UTF-8 with its mark, CRLF; text that a spreadsheet would run is kept from running. */
export function csvOf({ head, rows }: Pick<Table, 'head' | 'rows'>): string {
  const lines = [head.map((title) => quoted(harmless(title))), ...rows.map((row) => row.map(csvCell))]
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

const csvCell = (cell: TableCell): string => ('figure' in cell ? cell.figure : quoted(harmless(cell.text)))
const harmless = (value: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value)
const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
