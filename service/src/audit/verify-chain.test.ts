import { describe, expect, it } from 'vitest'
import { chainStart, entryHash, type AuditEntry } from './entry.ts'
import { verifyChain } from './verify-chain.ts'

/** A log of `length` lines, each bound to the one before. */
function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const content = {
      campaign: 'c',
      seq,
      at: `2019-06-18T01:00:0${seq}.000Z`,
      actor: 'office',
      action: 'window.locked',
      subject: `window/${seq}`,
      before: null,
      after: '{"locked":true}',
      reason: '到期',
      previous: entries.at(-1)?.hash ?? chainStart('c'),
    }
    entries.push({ ...content, hash: entryHash(content) })
  }
  return entries
}
const log = chainOf(6)
const headOf = (entries: readonly AuditEntry[]) => ({
  length: entries.length,
  head: entries.at(-1)?.hash ?? chainStart('c'),
})
const faultsOf = (entries: readonly AuditEntry[], counted = headOf(log)) => verifyChain('c', entries, counted)
const changed = (seq: number, change: Partial<AuditEntry>) =>
  log.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))

describe('verifyChain', () => {
  it.each([0, 1, 6])('finds nothing in a log of %i lines as written', (length) => {
    const entries = chainOf(length)
    expect(faultsOf(entries, headOf(entries))).toEqual([])
  })

  const columns = ['at', 'actor', 'action', 'subject', 'before', 'after', 'reason', 'previous', 'hash'] as const
  it.each(columns)('names the line whose %s was altered, and no other', (column) => {
    expect(faultsOf(changed(3, { [column]: '改过' }))).toEqual([{ kind: 'altered', seq: 3 }])
  })

  it('names a line that was taken out', () => {
    expect(faultsOf(log.filter(({ seq }) => seq !== 4))).toEqual([{ kind: 'missing', seq: 4 }])
  })

  it('names lines taken off the end', () => {
    expect(faultsOf(log.slice(0, 4)).map(({ seq }) => seq)).toEqual([5, 6])
  })

  it('names both of two lines that changed places, and where each belongs', () => {
    const swapped = log.map((entry) =>
      entry.seq === 2 ? { ...entry, seq: 5 } : entry.seq === 5 ? { ...entry, seq: 2 } : entry,
    )
    expect(faultsOf(swapped)).toEqual([
      { kind: 'moved', seq: 2, from: 5 },
      { kind: 'moved', seq: 5, from: 2 },
    ])
  })

  it('names a line that was put in with a hash of its own', () => {
    const forged = { ...log[2], after: '{"locked":false}' } as AuditEntry
    const entries = log.map((entry) => (entry.seq === 3 ? { ...forged, hash: entryHash(forged) } : entry))
    expect(faultsOf(entries)).toEqual([{ kind: 'unlinked', seq: 4 }])
  })

  it('finds lines added past the count', () => {
    expect(faultsOf(chainOf(7))).toEqual([{ kind: 'head-differs', seq: 7 }])
  })

  it('finds a log written anew as a whole by the head that was noted elsewhere', () => {
    const anew = log.map((entry) => ({ ...entry, actor: 'somebody' }))
    anew.forEach((entry, index) => {
      const previous = anew[index - 1]?.hash ?? chainStart('c')
      anew[index] = { ...entry, previous, hash: entryHash({ ...entry, previous }) }
    })
    expect(verifyChain('c', anew, headOf(anew))).toEqual([])
    const noted = { length: 4, head: log[3]?.hash ?? '' }
    expect(verifyChain('c', anew, headOf(anew), noted)).toEqual([{ kind: 'head-differs', seq: 4 }])
    expect(verifyChain('c', log, headOf(log), noted)).toEqual([])
  })
})
