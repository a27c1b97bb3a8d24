import { describe, expect, it } from 'vitest'
import { writeBlocks, type WriteProgress } from './write-blocks.ts'

const blocks = ['A1', 'B1', 'C1'].map((address) => ({ place: { sheet: '表', address }, values: [[1], [2]] }))
const written = { ok: true as const, value: undefined }

describe('writing blocks', () => {
  it('tells how far it is, and how many cells are in the sheet', async () => {
    const told: WriteProgress[] = []
    const end = await writeBlocks({ write: async () => written }, blocks, { onProgress: (one) => told.push(one) })
    expect(end).toEqual({ step: 'done', written: 6, of: 6 })
    expect(told.map((one) => one.written)).toEqual([0, 2, 4])
  })

  it('stops before the next block when it is cancelled, never within one', async () => {
    const cancel = new AbortController()
    const places: string[] = []
    const write = async ({ address }: { readonly address: string }) => {
      places.push(address)
      if (address === 'B1') cancel.abort()
      return written
    }
    expect(await writeBlocks({ write }, blocks, { signal: cancel.signal })).toEqual({
      step: 'cancelled',
      written: 4,
      of: 6,
    })
    expect(places).toEqual(['A1', 'B1'])
  })

  it('says what the workbook refused, and what came before', async () => {
    const error = { kind: 'locked' as const, place: { sheet: '表', address: 'B1' } }
    const write = async ({ address }: { readonly address: string }) =>
      address === 'B1' ? { ok: false as const, error } : written
    expect(await writeBlocks({ write }, blocks)).toEqual({ step: 'refused', error, written: 2, of: 6 })
  })
})
