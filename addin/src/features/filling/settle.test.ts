import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settle } from './settle.ts'

describe('settle', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('acts once after a burst', () => {
    const act = vi.fn()
    const { poke } = settle(act)
    for (let i = 0; i < 5; i += 1) {
      poke()
      vi.advanceTimersByTime(50)
    }
    expect(act).toHaveBeenCalledTimes(0)
    vi.advanceTimersByTime(30)
    expect(act).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1000)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('does not wait longer than 400 ms for quiet', () => {
    const act = vi.fn()
    const { poke } = settle(act)
    for (let i = 0; i < 11; i += 1) {
      poke()
      vi.advanceTimersByTime(40)
    }
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('does nothing once cancelled', () => {
    const act = vi.fn()
    const { poke, cancel } = settle(act)
    poke()
    cancel()
    vi.advanceTimersByTime(1000)
    expect(act).toHaveBeenCalledTimes(0)
  })
})
