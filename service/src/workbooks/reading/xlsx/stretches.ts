import type { ReadLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'

/** What was read of a stretch of a part, and how many elements it has. */
export interface Stretch<Read> {
  readonly elements: number
  readonly read: Read
}

/** Bytes of stretches that are kept of each kind, and of the longest of them: what is read of them takes ten times as much. */
const mostKept = 512 * 1024
const longest = 4096
/** A part most of whose stretches are new is read in one go. */
const mostNew = 64

/**
 * Reads a part in stretches, each up to the end of an element of this name, and what stands around them last. Files drawn from
 * one template differ in few rows and texts: a stretch that was read before, byte by byte, is not read again.
 */
export function inStretches<Read>(
  element: string,
  read: (stretch: Buffer, most: number) => Stretch<Read>,
): (part: Buffer, limits: ReadLimits) => readonly Read[] {
  const known = new Map<string, Stretch<Read>>()
  let kept = 0
  const [begin, end] = [`<${element}`, `</${element}>`]

  return (part, { elements }) => {
    // A character for a byte: what is compared is how it is written.
    const bytes = part.toString('latin1')
    const found: Read[] = []
    let left = elements
    let fresh = 0
    function add(stretch: string, around: string): void {
      let answer = known.get(stretch)
      if (!answer) {
        fresh += 1
        answer = read(Buffer.from(around === '' ? stretch : `<${around}>${stretch}</${around}>`, 'latin1'), left)
        if (stretch.length <= longest) {
          kept = kept + stretch.length > mostKept ? 0 : kept
          if (kept === 0) known.clear()
          kept += stretch.length
          known.set(copied(stretch), answer)
        }
      }
      left -= answer.elements
      if (left < 0) throw new Refusal('too-many-cells')
      found.push(answer.read)
    }

    let around = ''
    let at = 0
    if (isPlain(bytes)) {
      while (fresh < mostNew) {
        const from = bytes.indexOf(begin, at)
        const last = from < 0 ? -1 : bytes.indexOf(end, from)
        if (last < 0) break
        // Several elements side by side, of which all but the last are empty, are nothing without one around them.
        add(bytes.slice(from, last + end.length), 'x')
        if (from > at) around += bytes.slice(at, from)
        at = last + end.length
      }
    }
    add(around + bytes.slice(at), '')
    return found
  }
}

/** A slice of a text would keep all of it. */
const copied = (slice: string): string => Buffer.from(slice, 'latin1').toString('latin1')

/** Free of what may hold something that only looks like an element: comments, CDATA, and instructions behind the first. */
const isPlain = (bytes: string): boolean => !bytes.includes('<!') && !bytes.includes('<?', 4)
