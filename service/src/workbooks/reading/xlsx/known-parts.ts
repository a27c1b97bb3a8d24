import type { ReadLimits } from '../limits.ts'

/** So many parts are kept of each kind, none longer than this. */
const most = 64
const longest = 32 * 1024

/**
 * Reads parts, and of those that came before byte by byte answers what was read then: workbooks drawn from one template
 * share most of theirs. What comes out is handed to many, and must not be changed.
 */
export function knownParts<Read>(
  read: (part: Buffer, limits: ReadLimits) => Read,
): (part: Buffer, limits: ReadLimits) => Read {
  const known = new Map<string, Read>()
  return (part, limits) => {
    if (part.length > longest) return read(part, limits)
    const key = `${limits.elements} ${part.toString('latin1')}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const fresh = read(part, limits)
    if (known.size >= most) known.clear()
    known.set(key, fresh)
    return fresh
  }
}
