import { recordOf, serviceOnTheWire } from './service-on-the-wire.ts'
import { describe, expect, it } from 'vitest'
import { memoryKeep, type Keep } from '../../src/api/keep.ts'
import { outbox, type OutboxItem } from '../../src/features/submitting/outbox.ts'
import { sendItem } from '../../src/features/submitting/send.ts'

/** Where a submission can be cut off: on the wire, and on this machine between any two things that are kept. */
const cuts = [
  'before it leaves',
  'after it arrived, before the answer',
  'in the middle of the answer',
  'by the machine, before the receipt is kept',
  'by the machine, before the outbox is emptied',
] as const
type Cut = (typeof cuts)[number]

class Killed extends Error {}

/** A disk on which the machine dies at one point, after which nothing is done any more. */
function dyingKeep(keep: Keep, cut: Cut): Keep {
  let dead = false
  const act = <T>(last: boolean, work: () => Promise<T>): Promise<T> => {
    dead ||= last
    return dead ? Promise.reject(new Killed()) : work()
  }
  const receipt = cut === 'by the machine, before the receipt is kept'
  const emptied = cut === 'by the machine, before the outbox is emptied'
  return {
    ...keep,
    set: (key, value) => act(receipt && key.startsWith('receipt:'), () => keep.set(key, value)),
    remove: (key) => act(emptied && key.startsWith('outbox:'), () => keep.remove(key)),
  }
}

describe('a submission that is cut off', () => {
  it('a hundred times, at every step in turn, is one submission with one receipt each time', async () => {
    const wire = await serviceOnTheWire('xinxing')
    const numbers: string[] = []
    for (let time = 0; time < 100; time += 1) {
      const cut = cuts[time % cuts.length] ?? 'before it leaves'
      const keep = memoryKeep()
      const submission = await wire.draft(recordOf(12000 + time))
      const item: OutboxItem = {
        key: `key-${String(time)}-xxxxxxxx`,
        savedAt: time,
        formTitle: '附件1',
        submission,
        workbook: 'w',
      }
      await outbox(keep, 'xinxing', 'w').save(item)
      wire.cut(cut)
      const first = outbox(dyingKeep(keep, cut), 'xinxing', 'w')
      await sendItem(wire.api, first, item).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      wire.cut(null)
      // The pane is opened again: whatever still waits is sent.
      const second = outbox(keep, 'xinxing', 'w')
      for (const left of await second.waiting()) await sendItem(wire.api, second, left)
      expect(await second.waiting(), cut).toEqual([])
      numbers.push((await second.receipt('investment'))?.number ?? `none, cut ${cut}`)
    }
    expect(new Set(numbers).size).toBe(100)
    expect(await wire.stored()).toEqual(numbers)
  })
})
