import { useUncontrolledFocus } from '@fluentui/react-components'
import { toA1 } from '@kaohe/shared-rules'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { isOpen, type BookSheet } from '../../workbook/book-sheet.ts'
import type { MemoryBook } from '../../workbook/memory-book.ts'
import { CellEditor, type CellEditorHandle } from './CellEditor.tsx'
import { alignmentOf, cellText, cellWords } from './cell-look.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { copiedRows, copiedText } from './clipboard.ts'
import { foundCell } from './find.ts'
import { FillHandle } from './FillHandle.tsx'
import { FindBar } from './FindBar.tsx'
import { headHeight, headWidth, rectOf, rowsSeen, scrollTo } from './geometry.ts'
import { useGridStyles } from './Grid.styles.ts'
import { GridBar } from './GridBar.tsx'
import { GridLetters } from './GridLetters.tsx'
import { GridRow } from './GridRow.tsx'
import { commandOf } from './keys.ts'
import { areaAt } from './merges.ts'
import { editText } from './typed-value.ts'
import { useGrid } from './use-grid.ts'
import { usePointer } from './use-pointer.ts'
import { useViewport } from './use-viewport.ts'

interface GridProps {
  readonly book: MemoryBook
  readonly sheet: BookSheet
}

/** One sheet of the workbook, drawn and typed in as in Excel. */
export function Grid({ book, sheet }: GridProps) {
  const styles = useGridStyles()
  const { t } = useTranslation('workbench')
  const id = useId()
  // Tab belongs to the cells; Fluent would take it first and move the focus on.
  const tabOfOurs = useUncontrolledFocus()
  const scroller = useRef<HTMLDivElement>(null)
  const editor = useRef<CellEditorHandle>(null)
  const viewport = useViewport(scroller)
  const [scroll, setScroll] = useState({ top: 0, left: 0 })
  const [choosing, setChoosing] = useState(false)
  const [finding, setFinding] = useState(false)
  const grid = useGrid(book, sheet, viewport)
  const { selection, lookAt, geometry, merges, active, area, cell, open } = grid
  const pointer = usePointer({ scroller, editor, grid, onChoices: () => setChoosing(true), onEdit: edit })

  // Whoever opens a sheet goes on to type in it; whoever works in the pane is not called away.
  useEffect(() => {
    if (!document.activeElement?.closest('aside')) editor.current?.focus()
  }, [])
  const { row: activeRow, column: activeColumn } = active
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const now = { top: element.scrollTop, left: element.scrollLeft }
    const next = scrollTo(geometry, lookAt, now, viewport)
    element.scrollTop = next.top
    element.scrollLeft = next.left
  }, [geometry, selection, lookAt, viewport])

  const rect = useMemo(() => {
    const { left, top, width, height } = rectOf(geometry, areaAt(merges, { row: activeRow, column: activeColumn }))
    return {
      left: headWidth + left - (activeColumn < geometry.frozenColumns ? 0 : scroll.left),
      top: headHeight + top - (activeRow < geometry.frozenRows ? 0 : scroll.top),
      width,
      height,
    }
  }, [geometry, merges, activeRow, activeColumn, scroll])

  function edit(text?: string) {
    const { sheet: current, active: place, cell: amended } = grid.now()
    if (isOpen(current, place))
      editor.current?.open(text ?? editText(amended.value, amended.format, cellText(amended, t)))
    else grid.refuse()
  }
  function onKey(event: KeyboardEvent) {
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    if (command.do === 'edit') edit()
    else if (command.do === 'replace') edit('')
    else if (command.do === 'choices') setChoosing(open && cell.choices !== undefined)
    else if (command.do === 'find') setFinding(true)
    else grid.run(command)
  }
  function onCopy(event: ClipboardEvent) {
    event.preventDefault()
    const { sheet: current, area: copied } = grid.now()
    event.clipboardData.setData('text/plain', copiedText(current, copied))
  }
  function pick(choice: string) {
    setChoosing(false)
    grid.change([{ ...grid.now().active, value: choice }])
    editor.current?.focus()
  }

  const seen = rowsSeen(geometry, scroll.top, viewport.height)
  const drawRow = (row: number) => {
    const inside = row >= area.top && row <= area.bottom
    return (
      <GridRow
        key={row}
        gridId={id}
        row={row}
        cells={sheet.rows[row]}
        sheet={sheet}
        geometry={geometry}
        merges={merges}
        from={inside ? area.left : 0}
        to={inside ? area.right : -1}
        active={row === grid.activeArea.top ? activeColumn : -1}
      />
    )
  }
  const words = cellWords(toA1(activeRow, activeColumn), cell, open, t)
  return (
    <>
      <GridBar
        words={words}
        address={toA1(activeRow, activeColumn)}
        text={cellText(cell, t)}
        open={open}
        notice={grid.notice}
      />
      {finding && (
        <FindBar
          onFind={(words, back) => {
            const { sheet: current, active: from } = grid.now()
            const place = foundCell(current, from, words, back)
            if (place) grid.select(place)
            return place !== undefined
          }}
          onClose={() => {
            setFinding(false)
            editor.current?.focus()
          }}
        />
      )}
      <div className={styles.frame} {...tabOfOurs}>
        <div
          ref={scroller}
          className={styles.scroller}
          // The way in for Tab. The text field takes the focus, because an input method needs one.
          tabIndex={0}
          onFocus={() => editor.current?.focus()}
          onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => setScroll({ top: scrollTop, left: scrollLeft })}
          {...pointer}
        >
          <div
            role="grid"
            aria-label={sheet.name}
            aria-rowcount={geometry.rowCount}
            aria-colcount={geometry.columnCount}
            aria-multiselectable="true"
            className={styles.canvas}
            style={{
              width: headWidth + (geometry.lefts[geometry.columnCount] ?? 0),
              height: headHeight + (geometry.tops[geometry.rowCount] ?? 0),
            }}
          >
            <GridLetters geometry={geometry} from={area.left} to={area.right} />
            <div role="rowgroup" className={styles.frozen}>
              {Array.from({ length: geometry.frozenRows }, (_row, row) => drawRow(row))}
            </div>
            {Array.from({ length: seen.last - seen.first + 1 }, (_row, index) => drawRow(seen.first + index))}
          </div>
        </div>
        {open && <FillHandle {...{ geometry, scroll, area }} onReach={grid.selectArea} onFill={grid.repeat} />}
        <CellEditor
          ref={editor}
          rect={rect}
          right={alignmentOf(cell.style) === 'right'}
          label={words}
          locked={!open}
          onStart={() => grid.select(active)}
          onCommit={grid.commit}
          onRefused={grid.refuse}
          onKey={onKey}
          onCopy={onCopy}
          onCut={(event) => {
            onCopy(event)
            grid.run({ do: 'clear' })
          }}
          onPaste={(event) => {
            event.preventDefault()
            grid.paste(copiedRows(event.clipboardData))
          }}
        />
        {choosing && cell.choices && (
          <ChoiceList
            choices={cell.choices}
            value={cellText(cell, t)}
            left={rect.left}
            top={rect.top + rect.height}
            onPick={pick}
            onClose={() => {
              setChoosing(false)
              editor.current?.focus()
            }}
          />
        )}
      </div>
    </>
  )
}
