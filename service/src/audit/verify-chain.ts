import { chainStart, entryHash, type AuditEntry } from './entry.ts'

/** Something in a log that is not as it was written. `seq` is the line it is about. */
export type ChainFault =
  | { readonly kind: 'altered'; readonly seq: number }
  /** The line is genuine, but it was written as line `from`. */
  | { readonly kind: 'moved'; readonly seq: number; readonly from: number }
  | { readonly kind: 'missing'; readonly seq: number }
  /** Genuine in itself, but not bound to the line that stands before it. */
  | { readonly kind: 'unlinked'; readonly seq: number }
  /** More lines than were ever counted, or another last line than the one that was noted. */
  | { readonly kind: 'head-differs'; readonly seq: number }

export interface ChainHead {
  readonly length: number
  readonly head: string
}

/**
 * Walks a campaign's whole log and names every line that was altered, moved or removed.
 *
 * Whoever can write to the database could also compute the chain anew from some line on; that only shows against a head
 * that was noted elsewhere (`noted`), which is why the command prints it.
 */
export function verifyChain(
  campaign: string,
  entries: readonly AuditEntry[],
  counted: ChainHead,
  noted?: ChainHead,
): readonly ChainFault[] {
  const faults: ChainFault[] = []
  const suspects = entries.filter((entry) => entryHash(entry) !== entry.hash).map(({ seq }) => seq)
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  const last = Math.max(counted.length, ...entries.map(({ seq }) => seq))
  let previous: string | null = chainStart(campaign)
  for (let seq = 1; seq <= last; seq += 1) {
    const entry = bySeq.get(seq)
    if (!entry) {
      faults.push({ kind: 'missing', seq })
      previous = null
    } else {
      const fault = faultOf(entry, previous, suspects)
      if (fault) faults.push(fault)
      previous = fault && fault.kind !== 'unlinked' ? null : entry.hash
    }
  }
  const end = bySeq.get(last)
  if (faults.length === 0 && (last !== counted.length || (end?.hash ?? chainStart(campaign)) !== counted.head)) {
    faults.push({ kind: 'head-differs', seq: last })
  }
  if (noted && bySeq.get(noted.length)?.hash !== noted.head) faults.push({ kind: 'head-differs', seq: noted.length })
  return faults
}

/** After a faulty line nothing is known of the line before (`null`), so the next one is judged by its own hash alone. */
function faultOf(entry: AuditEntry, previous: string | null, suspects: readonly number[]): ChainFault | null {
  const { seq } = entry
  if (!suspects.includes(seq)) {
    return previous === null || entry.previous === previous ? null : { kind: 'unlinked', seq }
  }
  const from = suspects.find((other) => other !== seq && entryHash({ ...entry, seq: other }) === entry.hash)
  return from === undefined ? { kind: 'altered', seq } : { kind: 'moved', seq, from }
}
