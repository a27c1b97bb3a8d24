import { act, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import { memoryKeep, type Keep } from '../../api/keep.ts'
import { useKeptReasons } from './kept-reasons.ts'

const key = 'intake:office:b1'
const opened = (keep: Keep) =>
  // As React runs it to show what is not pure: each computing of a state twice.
  renderHook(() => useKeptReasons(keep, 'office', 'b1'), { wrapper: StrictMode })

/** A disk that tells what is written to it, and answers when it is told to. */
function slowKeep() {
  const keep = memoryKeep()
  const writes: unknown[] = []
  const { promise: answers, resolve: answer } = Promise.withResolvers<void>()
  const slow: Keep = {
    ...keep,
    get: async (one) => {
      const kept = await keep.get(one)
      await answers
      return kept
    },
    set: (one, value) => {
      writes.push(value)
      return keep.set(one, value)
    },
  }
  return { keep: slow, writes, answer: () => act(async () => answer()) }
}

describe('the sentences of a batch', () => {
  it('go to the disk once each time they change', async () => {
    const { keep, writes, answer } = slowKeep()
    const { result } = opened(keep)
    await answer()
    writes.length = 0
    act(() => result.current.write(1, 'D7', '已核对'))
    expect(writes).toEqual([{ batch: 'b1', reasons: { 1: { D7: '已核对' } } }])
  })

  it('of before are still on the disk when one is typed before the disk answered', async () => {
    const { keep, answer } = slowKeep()
    await keep.set(key, { batch: 'b1', reasons: { 1: { D7: '上次写的' } } })
    const { result } = opened(keep)
    act(() => result.current.write(2, 'D8', '刚写的'))
    await answer()
    const both = { 1: { D7: '上次写的' }, 2: { D8: '刚写的' } }
    expect(result.current.reasons).toEqual(both)
    expect(await keep.get(key)).toEqual({ batch: 'b1', reasons: both })
  })

  it('leave the disk with the last file that is accepted', async () => {
    const { keep, answer } = slowKeep()
    const { result } = opened(keep)
    await answer()
    act(() => result.current.write(1, 'D7', '已核对'))
    act(() => result.current.write(2, 'D8', '已核对'))
    act(() => result.current.forget([1]))
    expect(await keep.get(key)).toEqual({ batch: 'b1', reasons: { 2: { D8: '已核对' } } })
    act(() => result.current.forget([2]))
    expect(await keep.get(key)).toBeUndefined()
  })
})
