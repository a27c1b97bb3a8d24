import { afterAll, describe, expect, it } from 'vitest'
import { hostileFiles, xlsxParts } from '../../testing/hostile-files.ts'
import { zipOf } from '../../testing/zip-of.ts'
import { readLimits } from './limits.ts'
import { openWorkbookReader, ReaderBusy } from './reader.ts'

/** Time is for `npm run bench`; here no file may be refused for a busy machine. */
const patient = { ...readLimits, milliseconds: 60_000 }
const reader = openWorkbookReader({ limits: patient })
afterAll(() => reader.close())
const good = new Uint8Array(zipOf(xlsxParts()))
/** Takes longer than any limit these tests set. */
const long = new Uint8Array(
  zipOf(xlsxParts({ sheet: `<w><sheetData>${`<row>${'<c s="1"/>'.repeat(100)}</row>`.repeat(1500)}</sheetData></w>` })),
)

describe('a file that is hostile or merely odd', () => {
  it.each(Object.entries(hostileFiles))('with %s is answered or refused with its reason', async (_, make) => {
    const { file, expected } = make()
    const reading = await reader.read(file, [], [])
    expect(reading.kind === 'refused' ? reading.reason : reading.kind).toBe(expected)
  })

  it('too large to be looked at is refused unread', async () => {
    const file = new Uint8Array(readLimits.fileBytes + 1)
    expect(await reader.read(file, [], [])).toEqual({ kind: 'refused', reason: 'too-large' })
  })
})

describe('the reader', () => {
  it('ends a worker that takes too long, and reads the next file', async () => {
    const hasty = openWorkbookReader({ limits: { ...readLimits, milliseconds: 1 }, workers: 1 })
    expect(await hasty.read(long, [], [])).toEqual({ kind: 'refused', reason: 'too-slow' })
    const several = await Promise.all([long, long, long].map((file) => hasty.read(file, [], [])))
    expect(several.every(({ kind }) => kind === 'refused')).toBe(true)
    await hasty.close()
    const slow = await reader.read(good, [], [])
    expect(slow.kind).toBe('read')
  })

  it('outlives a worker that runs out of memory', async () => {
    const lavish = { ...patient, elements: 1e7, innerBytes: 1e8, rows: 1e6, places: 1e7, characters: 1e8 }
    const narrow = openWorkbookReader({ limits: { ...lavish, heapMegabytes: 24 }, workers: 1 })
    const cells = '<c t="str"><v>甲</v></c>'.repeat(60)
    const many = Array.from({ length: 9900 }, (_, at) => `<row r="${at + 1}">${cells}</row>`).join('')
    const file = zipOf(xlsxParts({ sheet: `<w><sheetData>${many}</sheetData></w>` }))
    expect(await narrow.read(file, [], [])).toEqual({ kind: 'refused', reason: 'too-much-memory' })
    expect(await narrow.read(good, [], [])).toMatchObject({ kind: 'read' })
    const together = await Promise.all([good, good, file, good].map((each) => narrow.read(each, [], [])))
    expect(together.map(({ kind }) => kind)).toEqual(['read', 'read', 'refused', 'read'])
    await narrow.close()
  })

  it('reads many files with few workers', async () => {
    const readings = await Promise.all(Array.from({ length: 20 }, () => reader.read(good, [], [])))
    expect(readings.every(({ kind }) => kind === 'read')).toBe(true)
  })

  it('takes no more than may wait', async () => {
    const short = openWorkbookReader({ limits: patient, workers: 1, queue: 1 })
    const [first, second, third] = [1, 2, 3].map(() => short.read(good, [], []))
    await expect(third).rejects.toThrow(ReaderBusy)
    expect(await Promise.all([first, second])).toMatchObject([{ kind: 'read' }, { kind: 'read' }])
    await short.close()
  })
})
