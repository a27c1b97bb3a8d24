import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTexts } from '../i18n/texts.ts'
import { TextsContext } from '../i18n/use-translation.ts'
import { goneParts } from './gone-parts.ts'
import { laterChunk } from './later-chunk.ts'
import { laterPart } from './later-part.tsx'

const pause = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

/** A part that the service may or may not have. */
function open() {
  const line = { up: true, has: false }
  const load = async () => {
    if (!line.up || !line.has) throw new TypeError('Failed to fetch dynamically imported module')
    return { Part: () => <p>the part</p> }
  }
  const Part = laterPart(
    laterChunk(load, async () => line.up),
    (chunk) => chunk.Part,
  )
  render(
    <TextsContext value={createTexts()}>
      <Part />
    </TextsContext>,
  )
  return line
}

describe('a part that the service no longer has', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => {
    vi.useRealTimers()
    goneParts.say(false)
  })

  it('is said to be gone after two tries, with what is safe and the way to reload', async () => {
    open()
    await pause(1_000)
    expect(screen.getByText(/正在取这一部分/)).toBeTruthy()
    await pause(3_000)
    expect(screen.getByRole('heading', { name: '系统刚更新过，这一部分要重新加载才能打开' })).toBeTruthy()
    expect(screen.getByText(/表格、说明和待发的报送件都在，重新加载不会丢/)).toBeTruthy()
    expect(screen.queryByText(/正在取这一部分/)).toBeNull()
    expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy()
  })

  it('is waited for, however long, while there is no network', async () => {
    const line = open()
    line.up = false
    await pause(60_000)
    expect(screen.getByText(/正在取这一部分/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '重新加载' })).toBeNull()
    line.up = true
    line.has = true
    await pause(3_000)
    expect(screen.getByText('the part')).toBeTruthy()
  })

  it('opens by itself where another server still has it', async () => {
    const line = open()
    await pause(4_000)
    line.has = true
    await pause(30_000)
    expect(screen.getByText('the part')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '重新加载' })).toBeNull()
  })
})
