import type { Report } from './report-sheets.ts'

/**
 * Each line above a table has a hidden name of its own, so that all are found again after rows and columns were put in,
 * the sheet renamed or the lines moved; a line that somebody deleted stays away.
 */
export function lineName(table: string, line: number): string {
  return `${table}.line${String(line + 1)}`
}

/** Which line of the table's a name stands for, counted from zero. */
export function lineOf(table: string, name: string): number | undefined {
  if (!name.startsWith(`${table}.line`)) return undefined
  const number = Number(name.slice(table.length + 5))
  return Number.isInteger(number) && number > 0 ? number - 1 : undefined
}

/** Title and notes for so many lines: the last line takes what there is no line for. */
export function reportLines({ title, notes }: Report, lines: number): readonly string[] {
  const all = [title, ...notes]
  if (all.length <= lines || lines === 0) return Array.from({ length: lines }, (_, i) => all[i] ?? '')
  return [...all.slice(0, lines - 1), all.slice(lines - 1).join('；')]
}
