import { toA1, type Place } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { type Area, type BookSheet, cellAt, type Change, isOpen } from '../../workbook/book-sheet.ts'
import type { MemoryBook } from '../../workbook/memory-book.ts'
import type { After } from './CellEditor.tsx'
import { clearedChanges, filledDown, filledRight, pastedChanges } from './clipboard.ts'
import { repeatedChanges } from './fill.ts'
import { type Geometry, geometryOf, type Viewport } from './geometry.ts'
import type { KeyCommand } from './keys.ts'
import { areaAt, areaBetween, mergesOf } from './merges.ts'
import { jumped, moved, nextOpen } from './moves.ts'
import { deletedRows, insertedRows } from './rows.ts'
import { typedValue } from './typed-value.ts'

/** The sheet that is open, what is selected in it, and all that a reader can do there. */
export function useGrid(book: MemoryBook, sheet: BookSheet, viewport: Viewport) {
  const { selection } = useSyncExternalStore(book.subscribe, book.state)
  const { t } = useTranslation('workbench')
  const [notice, setNotice] = useState<string>()
  const [reached, setReached] = useState<Place>()
  const { columns, heights, frozen, protected: locked } = sheet
  const geometry = useMemo(
    () => geometryOf({ columns, heights, frozen, protected: locked }, viewport),
    [columns, heights, frozen, locked, viewport],
  )
  const merges = useMemo(() => mergesOf({ merges: sheet.merges }), [sheet.merges])
  const { active, focus } = selection

  /** As it is now, not as it was drawn last: keys may come faster than drawing. */
  function now() {
    const state = book.state()
    const { active, focus } = state.selection
    const current = state.sheets.find(({ name }) => name === sheet.name) ?? sheet
    return { sheet: current, active, focus, area: areaBetween(merges, active, focus), cell: cellAt(current, active) }
  }

  function select(place: Place, extend = false) {
    setNotice(undefined)
    setReached(extend ? place : undefined)
    if (extend) book.select(sheet.name, now().active, place)
    else book.select(sheet.name, place)
  }

  function selectArea({ top, left, bottom, right }: Area) {
    setNotice(undefined)
    book.select(sheet.name, { row: top, column: left }, { row: bottom, column: right })
  }

  function change(changes: readonly Change[]): boolean {
    const result = book.edit(sheet.name, changes)
    setNotice(result.done ? undefined : refusal(sheet, result.locked, changes.length, t))
    return result.done
  }

  /** Rows move in a ledger alone: everywhere else the form says how many there are. */
  function moveRows(changes: readonly Change[] | undefined) {
    if (changes) change(changes)
    else setNotice(t('grid.noRowsHere'))
  }

  function commit(text: string, after: After) {
    const { active, cell } = now()
    change([{ ...active, value: typedValue(text, cell.format) }])
    if (after === 'stay') return
    if (after === 'next' || after === 'previous') run({ do: 'next', back: after === 'previous' })
    else select(moved(geometry, merges, active, after))
  }

  function paste(text: string) {
    const { sheet: current, area } = now()
    const changes = pastedChanges(current, area, text)
    if (!change(changes)) return
    const last = changes.at(-1)
    if (last) book.select(sheet.name, { row: area.top, column: area.left }, { row: last.row, column: last.column })
  }

  /** Repeats the block over all that is selected now; where that is refused, the block is selected again. */
  function repeat(from: Area) {
    const { sheet: current, area } = now()
    const changes = repeatedChanges(current, from, area)
    if (changes.length === 0 || change(changes)) return
    book.select(sheet.name, { row: from.top, column: from.left }, { row: from.bottom, column: from.right })
  }

  function run(command: KeyCommand) {
    const { sheet: current, active, focus, area } = now()
    switch (command.do) {
      case 'move': {
        const from = command.extend ? focus : active
        const to = command.far
          ? jumped(current, geometry, from, command.direction)
          : moved(geometry, merges, from, command.direction)
        return select(to, command.extend)
      }
      case 'page': {
        const from = command.extend ? focus : active
        return select({ ...from, row: pageOn(geometry, from.row, command.direction, viewport) }, command.extend)
      }
      case 'row-start':
        return select({ row: command.extend ? focus.row : active.row, column: 0 }, command.extend)
      case 'first':
        return select({ row: geometry.frozenRows, column: 0 }, command.extend)
      case 'last':
        return select({ row: current.rows.length - 1, column: columns.length - 1 }, command.extend)
      case 'select-all':
        return selectArea({ top: 0, left: 0, bottom: current.rows.length - 1, right: columns.length - 1 })
      case 'next':
        return select(nextOpen(current, geometry, merges, active, command.back))
      case 'clear':
        return void change(clearedChanges(current, area))
      case 'fill-down':
        return void change(filledDown(current, area))
      case 'fill-right':
        return void change(filledRight(current, area))
      case 'insert-rows':
        return moveRows(insertedRows(current, area))
      case 'delete-rows':
        return moveRows(deletedRows(current, area))
      case 'undo':
        setNotice(book.state().undo.length === 0 ? t('grid.nothingToUndo') : undefined)
        return book.undo()
      case 'redo':
        setNotice(book.state().redo.length === 0 ? t('grid.nothingToRedo') : undefined)
        return book.redo()
      case 'dismiss':
        return setNotice(undefined)
      case 'edit':
      case 'replace':
      case 'choices':
      case 'find':
        return
    }
  }

  return {
    selection,
    /** What to keep in sight: the end of a block that grows by hand, else where it begins, as after a paste. */
    lookAt: reached?.row === focus.row && reached.column === focus.column ? focus : active,
    geometry,
    merges,
    active,
    area: areaBetween(merges, active, focus),
    cell: cellAt(sheet, active),
    activeArea: areaAt(merges, active),
    open: isOpen(sheet, active),
    notice,
    now,
    select,
    selectArea,
    change,
    commit,
    paste,
    repeat,
    run,
    refuse: () => setNotice(refusal(sheet, now().active, 1, t)),
  }
}

/** Why nothing was written, and where writing is possible. */
function refusal(sheet: BookSheet, place: Place, count: number, t: TranslateOf<'workbench'>): string {
  const reason = t(count > 1 ? 'grid.lockedMany' : 'grid.locked', { address: toA1(place.row, place.column), count })
  const anyOpen = sheet.rows.some((row) => row.some((cell) => cell && !cell.locked))
  return [reason, t(anyOpen ? 'grid.openOnes' : 'grid.noOpenOnes')].join(t('list.sentences'))
}

function pageOn({ tops, rowCount, frozenRows }: Geometry, row: number, direction: 'up' | 'down', { height }: Viewport) {
  const room = height - (tops[frozenRows] ?? 0)
  const target = (tops[row] ?? 0) + (direction === 'down' ? room : -room)
  const next = tops.findIndex((top) => top >= target)
  return Math.min(rowCount - 1, Math.max(0, next < 0 ? rowCount - 1 : next))
}
