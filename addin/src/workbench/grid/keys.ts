import type { Direction } from './moves.ts'

/** What a key asks for while nothing is being typed. */
export type KeyCommand =
  | { readonly do: 'move'; readonly direction: Direction; readonly far: boolean; readonly extend: boolean }
  | { readonly do: 'page'; readonly direction: 'up' | 'down'; readonly extend: boolean }
  | { readonly do: 'row-start' | 'first' | 'last'; readonly extend: boolean }
  | { readonly do: 'next'; readonly back: boolean }
  | {
      readonly do:
        | 'edit'
        | 'replace'
        | 'clear'
        | 'undo'
        | 'redo'
        | 'select-all'
        | 'choices'
        | 'dismiss'
        | 'fill-down'
        | 'fill-right'
    }
  | { readonly do: 'find' | 'insert-rows' | 'delete-rows' }

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** The keys of Excel and WPS. Undefined leaves a key to the browser: F6 and everything unknown. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyCommand | undefined {
  const control = ctrlKey || metaKey
  if (key === 'ArrowDown' && altKey) return { do: 'choices' }
  const direction = arrows[key]
  if (direction && !altKey) return { do: 'move', direction, far: control, extend: shiftKey }
  if (control && !altKey) return withControl(key.toLowerCase(), shiftKey)
  switch (key) {
    case 'Enter':
      return { do: 'move', direction: shiftKey ? 'up' : 'down', far: false, extend: false }
    case 'Tab':
      return { do: 'next', back: shiftKey }
    case 'PageUp':
    case 'PageDown':
      return { do: 'page', direction: key === 'PageUp' ? 'up' : 'down', extend: shiftKey }
    case 'Home':
      return { do: 'row-start', extend: shiftKey }
    case 'F2':
      return { do: 'edit' }
    case 'Backspace':
      return { do: 'replace' }
    case 'Delete':
      return { do: 'clear' }
    case 'Escape':
      return { do: 'dismiss' }
    default:
      return undefined
  }
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

function withControl(key: string, shift: boolean): KeyCommand | undefined {
  switch (key) {
    case 'z':
      return { do: shift ? 'redo' : 'undo' }
    case 'y':
      return { do: 'redo' }
    case 'a':
      return { do: 'select-all' }
    case 'd':
      return { do: 'fill-down' }
    case 'r':
      return { do: 'fill-right' }
    case 'f':
      return { do: 'find' }
    // With Shift on most keyboards, without on the number pad.
    case '+':
    case '=':
      return { do: 'insert-rows' }
    case '-':
      return { do: 'delete-rows' }
    case 'home':
      return { do: 'first', extend: shift }
    case 'end':
      return { do: 'last', extend: shift }
    default:
      return undefined
  }
}
