import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useImperativeHandle, useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react'
import type { Rect } from './geometry.ts'

const useStyles = makeStyles({
  editor: {
    position: 'absolute',
    zIndex: 6,
    boxSizing: 'border-box',
    resize: 'none',
    overflow: 'hidden',
    padding: '2px 5px',
    border: 'none',
    outline: 'none',
    fontFamily: 'inherit',
    fontSize: '13px',
    lineHeight: '1.35',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}, ${tokens.shadow8}`,
    userSelect: 'text',
    // Waiting, it must hold the focus and show the input method where the cell is, and be in nobody's way.
    '&[data-mode="waiting"]': { opacity: 0, pointerEvents: 'none' },
  },
  right: { textAlign: 'right' },
})

/** Where the reader goes after an edit. */
export type After = 'stay' | 'down' | 'up' | 'left' | 'right' | 'next' | 'previous'

export interface CellEditorHandle {
  readonly isEditing: () => boolean
  readonly focus: () => void
  /** Opens the cell with this text, the caret behind it. */
  readonly open: (text: string) => void
  /** Hands over what is being typed, if anything. */
  readonly finish: () => void
}

interface CellEditorProps {
  readonly ref: Ref<CellEditorHandle>
  readonly rect: Rect
  readonly right: boolean
  /** The active cell in words. */
  readonly label: string
  readonly locked: boolean
  readonly onStart: () => void
  readonly onCommit: (text: string, after: After) => void
  readonly onRefused: () => void
  /** Keys pressed while nothing is being typed. */
  readonly onKey: (event: KeyboardEvent) => void
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onCut: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

/** `typing` began with a character, and an arrow key ends it; `amending` began with F2, and arrow keys move the caret. */
type Mode = 'waiting' | 'typing' | 'amending'

/**
 * The one text field of the grid. It has the focus all the time, so that an input method composes right in the cell.
 * Its text belongs to the browser: React neither reads nor sets it, and nothing is drawn anew while a word is composed.
 */
export function CellEditor({ ref, ...props }: CellEditorProps) {
  const styles = useStyles()
  const field = useRef<HTMLTextAreaElement>(null)
  const mode = useRef<Mode>('waiting')

  function become(next: Mode, text?: string) {
    mode.current = next
    if (!field.current) return
    field.current.dataset['mode'] = next
    if (text !== undefined) field.current.value = text
    fit(field.current, props.rect)
  }
  function finish(after: After) {
    if (mode.current === 'waiting') return
    const text = field.current?.value ?? ''
    become('waiting', '')
    props.onCommit(text, after)
  }
  function start() {
    if (mode.current !== 'waiting') return
    become('typing')
    props.onStart()
  }

  useImperativeHandle(ref, () => ({
    isEditing: () => mode.current !== 'waiting',
    focus: () => field.current?.focus({ preventScroll: true }),
    open(text) {
      become('amending', text)
      field.current?.focus({ preventScroll: true })
      field.current?.setSelectionRange(text.length, text.length)
    },
    finish: () => finish('stay'),
  }))
  useLayoutEffect(() => {
    if (field.current) fit(field.current, props.rect)
  }, [props.rect])

  function onKeyDown(event: KeyboardEvent) {
    // 229: the key went to the input method, also where `isComposing` is already over.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (mode.current === 'waiting') {
      if (props.locked && types(event)) props.onRefused()
      else props.onKey(event)
      return
    }
    const after = afterKey(event, mode.current)
    if (event.key === 'Escape') become('waiting', '')
    else if (event.key === 'Enter' && event.altKey) insert(field.current, '\n', props.rect)
    else if (after) finish(after)
    else return
    event.preventDefault()
  }

  return (
    <textarea
      ref={field}
      data-mode="waiting"
      className={mergeClasses(styles.editor, props.right && styles.right)}
      aria-label={props.label}
      aria-multiline="false"
      readOnly={props.locked}
      rows={1}
      tabIndex={-1}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onCompositionStart={start}
      onInput={() => {
        start()
        if (field.current) fit(field.current, props.rect)
      }}
      onBlur={() => finish('stay')}
      onCopy={(event) => mode.current === 'waiting' && props.onCopy(event)}
      onCut={(event) => mode.current === 'waiting' && props.onCut(event)}
      onPaste={(event) => mode.current === 'waiting' && props.onPaste(event)}
    />
  )
}

function afterKey({ key, shiftKey, altKey }: KeyboardEvent, mode: Mode): After | undefined {
  if (key === 'Enter' && !altKey) return shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  if (mode !== 'typing') return undefined
  const arrows: Readonly<Record<string, After>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
  }
  return arrows[key]
}

/** Would the key put something into the cell? */
function types({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (
    (key.length === 1 && !ctrlKey && !metaKey && !altKey) || key === 'F2' || key === 'Backspace' || key === 'Process'
  )
}

function insert(field: HTMLTextAreaElement | null, text: string, rect: Rect) {
  if (!field) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  fit(field, rect)
}

/** As wide and high as the cell, or as the text in it. */
function fit(field: HTMLTextAreaElement, { left, top, width, height }: Rect) {
  const { style } = field
  style.left = `${left}px`
  style.top = `${top}px`
  style.width = `${width}px`
  style.height = `${height}px`
  if (field.dataset['mode'] === 'waiting') return
  const widest = Math.max(width, 360)
  if (field.scrollHeight > height + 2 && width < widest) style.width = `${Math.min(widest, width * 2)}px`
  if (field.scrollHeight > height + 2) style.height = `${Math.min(field.scrollHeight + 2, 240)}px`
}
