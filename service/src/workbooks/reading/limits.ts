/**
 * How much of a file is looked at. The first limits are about work, so that a file gets the same answer on a busy machine, and
 * within a quarter of a second on one that is not; time and memory stand behind them for what they do not foresee.
 */
export interface ReadLimits {
  /** Of the file as it came. */
  readonly fileBytes: number
  /** Of all parts that are read, after inflating, whatever their headers say. */
  readonly innerBytes: number
  readonly zipEntries: number
  /** Elements of a part, formatted but empty cells included. */
  readonly elements: number
  readonly sheets: number
  /** Cells beyond these are left out and counted: somebody's stray cell at XFD1048576 is no reason to refuse the table. */
  readonly rows: number
  readonly columns: number
  /** Places from each row's first column to its last filled one, of all sheets together. */
  readonly places: number
  /** Characters of all texts as they stand in cells: one shared string may stand in many. */
  readonly characters: number
  readonly merges: number
  readonly names: number
  readonly milliseconds: number
  readonly heapMegabytes: number
}

/** The largest honest report, 2,000 ledger rows of 16 columns, is a quarter of this. */
export const readLimits: ReadLimits = {
  fileBytes: 8 * 1024 * 1024,
  innerBytes: 8 * 1024 * 1024,
  zipEntries: 2000,
  elements: 200_000,
  sheets: 64,
  rows: 4000,
  columns: 512,
  places: 120_000,
  characters: 2_000_000,
  merges: 5000,
  names: 5000,
  milliseconds: 10_000,
  heapMegabytes: 96,
}
