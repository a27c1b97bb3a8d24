// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { laterChunk } from './later-chunk.ts'

describe('a chunk that comes later', () => {
  it('is fetched once, however many ask, and is then here', async () => {
    let loads = 0
    const chunk = laterChunk(async () => `chunk ${(loads += 1)}`)
    expect(chunk.here()).toBeUndefined()
    expect(await Promise.all([chunk.fetch(), chunk.fetch()])).toEqual(['chunk 1', 'chunk 1'])
    expect(chunk.here()).toBe('chunk 1')
  })

  it('that the network did not bring is fetched again when it is back', async () => {
    const line = { cut: true }
    const chunk = laterChunk(async () => {
      if (line.cut) throw new TypeError('no network')
      return 'chunk'
    })
    const fetched = chunk.fetch()
    await new Promise((turn) => setTimeout(turn, 0))
    expect(chunk.here()).toBeUndefined()
    line.cut = false
    window.dispatchEvent(new Event('online'))
    expect(await fetched).toBe('chunk')
  })
})
