import { toA1, type Place } from '@kaohe/shared-rules'
import { type Area, type BookSheet, type Change, cellAt, withChanges } from './book-sheet.ts'
import type { WorkbookEvent } from './workbook.ts'

/** Where the reader stands: the active cell, and the block from there to `focus`. */
export interface Selection {
  readonly sheet: string
  readonly active: Place
  readonly focus: Place
}

export interface BookState {
  readonly fileName: string
  readonly sheets: readonly BookSheet[]
  readonly names: Readonly<Record<string, string>>
  /** Tables by name: where they stand, heading row included. */
  readonly tables: Readonly<Record<string, { readonly sheet: string; readonly area: Area }>>
  readonly selection: Selection
  readonly undo: readonly Edit[]
  readonly redo: readonly Edit[]
}

/** One step of the reader's, undone at once however many cells of however many sheets it changed. */
export type Edit = readonly SheetEdit[]

interface SheetEdit {
  readonly sheet: string
  readonly before: readonly Change[]
  readonly after: readonly Change[]
}

/** What is to stand in the cells of one sheet. */
export interface SheetChanges {
  readonly sheet: string
  readonly changes: readonly Change[]
}

export type EditResult = { readonly done: true } | { readonly done: false; readonly locked: Place }

/** A workbook in memory that many may look at: the workbench's document, and the `memory` form of the ports. */
export interface MemoryBook {
  readonly state: () => BookState
  /** Calls back after every change of state, whatever made it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Calls back with what Excel would have raised. */
  readonly watch: (listener: (event: WorkbookEvent) => void) => () => void
  /**
   * All changes or none: a locked cell among them refuses the whole step. Edits of the same press that follow one another are
   * one step.
   */
  readonly edit: (sheet: string, changes: readonly Change[], press?: object) => EditResult
  /** The same on several sheets, in one step. */
  readonly editSheets: (edits: readonly SheetChanges[]) => EditResult
  readonly undo: () => void
  readonly redo: () => void
  readonly select: (sheet: string, active: Place, focus?: Place) => void
  /** Puts a sheet in the place of the one of that name, or after the last. */
  readonly putSheet: (sheet: BookSheet, table?: { readonly name: string; readonly area: Area }) => void
}

/** A workbook to open; tables are those that were pulled into it earlier. */
export type NewBook = Pick<BookState, 'fileName' | 'sheets' | 'names'> & Partial<Pick<BookState, 'tables'>>

export function memoryBook(book: NewBook): MemoryBook {
  const origin = { row: 0, column: 0 }
  const selection = { sheet: book.sheets[0]?.name ?? '', active: origin, focus: origin }
  let state: BookState = { tables: {}, ...book, selection, undo: [], redo: [] }
  const readers = new Set<() => void>()
  const watchers = new Set<(event: WorkbookEvent) => void>()
  const pressOf = new WeakMap<Edit, object>()

  const become = (next: BookState, ...events: readonly WorkbookEvent[]) => {
    state = next
    for (const reader of [...readers]) reader()
    for (const event of events) for (const watcher of [...watchers]) watcher(event)
  }
  const step = (edit: Edit, direction: 'before' | 'after', stacks: Pick<BookState, 'undo' | 'redo'>) => {
    const [shown] = edit
    const first = shown?.after[0]
    if (!shown || !first) return
    const last = shown.after.at(-1) ?? first
    // A cell that was written twice was first what its first part says.
    const parts = direction === 'before' ? edit.toReversed() : edit
    const sheets = parts.reduce((all, part) => changeSheets(all, part.sheet, part[direction]), state.sheets)
    const moved = {
      ...state,
      ...stacks,
      sheets,
      selection: { sheet: shown.sheet, active: place(first), focus: place(last) },
    }
    become(moved, { kind: 'changed' }, selected(moved.selection))
  }

  function editSheets(edits: readonly SheetChanges[], press?: object): EditResult {
    const parts: SheetEdit[] = []
    for (const { sheet, changes } of edits) {
      const target = state.sheets.find(({ name }) => name === sheet)
      if (!target) throw new Error(`no sheet ${sheet}`)
      const locked = changes.find((change) => cellAt(target, change).locked && target.protected)
      if (locked) return { done: false, locked: place(locked) }
      const after = changes.filter((change) => cellAt(target, change).value !== change.value)
      const before = after.map((change) => ({ ...place(change), value: cellAt(target, change).value }))
      if (after.length > 0) parts.push({ sheet, before, after })
    }
    if (parts.length === 0) return { done: true }
    const sheets = parts.reduce((all, { sheet, after }) => changeSheets(all, sheet, after), state.sheets)
    const last = state.undo.at(-1)
    const begun = press && last && pressOf.get(last) === press ? last : []
    const edit = [...begun, ...parts]
    if (press) pressOf.set(edit, press)
    const earlier = begun === last ? state.undo.slice(0, -1) : state.undo.slice(1 - undoSteps)
    become({ ...state, undo: [...earlier, edit], redo: [], sheets }, { kind: 'changed' })
    return { done: true }
  }

  return {
    state: () => state,
    subscribe: (listener) => subscribed(readers, listener),
    watch: (listener) => subscribed(watchers, listener),
    edit: (sheet, changes, press) => editSheets([{ sheet, changes }], press),
    editSheets: (edits) => editSheets(edits),
    undo() {
      const edit = state.undo.at(-1)
      if (edit) step(edit, 'before', { undo: state.undo.slice(0, -1), redo: [...state.redo, edit] })
    },
    redo() {
      const edit = state.redo.at(-1)
      if (edit) step(edit, 'after', { undo: [...state.undo, edit], redo: state.redo.slice(0, -1) })
    },
    select(sheet, active, focus = active) {
      const next = { sheet, active: place(active), focus: place(focus) }
      const events = sameSelection(state.selection, next) ? [] : [selected(next)]
      // Also when nothing moves: whoever asks wants to see the cell, and may have scrolled away.
      become({ ...state, selection: next }, ...events)
    },
    putSheet(sheet, table) {
      const known = state.sheets.some(({ name }) => name === sheet.name)
      const sheets = known
        ? state.sheets.map((old) => (old.name === sheet.name ? sheet : old))
        : [...state.sheets, sheet]
      const tables = table ? { ...state.tables, [table.name]: { sheet: sheet.name, area: table.area } } : state.tables
      become({ ...state, sheets, tables }, { kind: known ? 'changed' : 'sheets-changed' })
    },
  }
}

const undoSteps = 100

function selected({ sheet, active }: Selection): WorkbookEvent {
  return { kind: 'selected', sheet, address: toA1(active.row, active.column) }
}

function place({ row, column }: Place): Place {
  return { row, column }
}

function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column
}

function sameSelection(a: Selection, b: Selection): boolean {
  return a.sheet === b.sheet && samePlace(a.active, b.active) && samePlace(a.focus, b.focus)
}

function changeSheets(sheets: readonly BookSheet[], name: string, changes: readonly Change[]): readonly BookSheet[] {
  return sheets.map((sheet) => (sheet.name === name ? withChanges(sheet, changes) : sheet))
}

function subscribed<T>(set: Set<T>, listener: T): () => void {
  set.add(listener)
  return () => set.delete(listener)
}
