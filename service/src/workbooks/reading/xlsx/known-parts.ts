import type { ReadLimits } from '../limits.ts'

/**
 * Reads parts, and of one that was read before answers what was read then: workbooks drawn from one template share most of
 * theirs, and the zip file hands them out as the same bytes. What comes out is handed to many, and must not be changed.
 */
export function knownParts<Read>(
  read: (part: Buffer, limits: ReadLimits) => Read,
): (part: Buffer, limits: ReadLimits) => Read {
  const known = new WeakMap<Buffer, { readonly limits: ReadLimits; readonly read: Read }>()
  return (part, limits) => {
    const seen = known.get(part)
    if (seen?.limits === limits) return seen.read
    const fresh = read(part, limits)
    known.set(part, { limits, read: fresh })
    return fresh
  }
}
