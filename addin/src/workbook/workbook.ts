import type { CellAddress, CellValue, WorkbookSnapshot } from '@kaohe/shared-rules'

/** Why the host could not do what was asked; each kind has its own sentence for the reader. */
export type WorkbookError =
  /** A cell is open for editing: normal, ask again shortly. */
  | { readonly kind: 'cell-being-edited' }
  | { readonly kind: 'locked'; readonly place: CellAddress }
  | { readonly kind: 'no-sheet'; readonly sheet: string }
  /** The host answered without values, as Excel may do past its size limit. */
  | { readonly kind: 'no-values'; readonly sheet: string }
  | { readonly kind: 'busy' }
  /** Somebody's own cells lie where the rows of a table have to go. */
  | { readonly kind: 'occupied'; readonly place: CellAddress }
  /** The table has lost a column that has to be filled. */
  | { readonly kind: 'no-column'; readonly column: string }
  /** The part of the add-in that does this could not be fetched. */
  | { readonly kind: 'no-program' }
  | { readonly kind: 'host'; readonly code: string }

export type WorkbookResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WorkbookError }

/** "Look again": says that something changed or was selected, never what a cell now holds. */
export type WorkbookEvent =
  { readonly kind: 'changed' } | ({ readonly kind: 'selected' } & CellAddress) | { readonly kind: 'sheets-changed' }

export interface WorkbookFacts {
  readonly fileName: string
  /** Tells this workbook from others that are open: its place without the ending, so that 另存为 .xlsx stays the same one. */
  readonly key: string
  /** An .xls in compatibility mode keeps no names and refuses parts of the API. */
  readonly compatibilityMode: boolean
}

/** All the add-in asks of the workbook in which the clerk works. It writes only through `write`, and only when a person pressed a button. */
export interface Workbook {
  describe(): Promise<WorkbookResult<WorkbookFacts>>
  /** One read of whole sheets: all of them, or those named. A named sheet that is gone is `no-sheet`. */
  snapshot(sheets?: readonly string[]): Promise<WorkbookResult<WorkbookSnapshot>>
  /** Calls back after changes and selections until the returned function is called. */
  watch(listener: (event: WorkbookEvent) => void): Promise<WorkbookResult<() => void>>
  /** Selects the cell, so that the reader sees it. */
  reveal(place: CellAddress): Promise<WorkbookResult<void>>
  /**
   * One block, all or nothing, from the top left cell. Text is written as text, whatever it begins with. Blocks of the same
   * press, which is any object of the caller's, are undone together where the host can undo them.
   */
  write(place: CellAddress, values: readonly (readonly CellValue[])[], press?: object): Promise<WorkbookResult<void>>
}
