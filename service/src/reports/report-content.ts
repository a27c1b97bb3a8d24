import { hash } from 'node:crypto'
import { fingerprint } from '@kaohe/shared-rules'

/** A report as it is stored. */
type Row = Readonly<Record<string, unknown>>

/** JSON texts of a report. To write them once more as text within a text would cost as much as all its checks. */
const texts: ReadonlySet<string> = new Set(['record', 'facts', 'result', 'receipt'])

/**
 * The fingerprint of a stored report: what the log says was received. Its long texts stand in it by their SHA-256. A column
 * that came later and is empty changes nothing.
 */
export const contentOf = (row: Row): string =>
  contentWith(row, (column, value) => (texts.has(column) && typeof value === 'string' ? hash('sha256', value) : value))

/** Is this the content that the log says was received? Lines of earlier versions were taken over the long texts themselves. */
export const isContentOf = (row: Row, logged: string): boolean =>
  logged === contentOf(row) || logged === contentWith(row, (_, value) => value)

function contentWith(row: Row, read: (column: string, value: unknown) => unknown): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null)
  return fingerprint(Object.fromEntries(filled.map(([column, value]) => [column, read(column, value)])))
}
