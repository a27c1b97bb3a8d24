import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appearanceOf, hostAppearance } from './host-appearance.ts'
import { preferenceStore } from './preferences.ts'
import { Surroundings } from './Surroundings.tsx'

function open(background: () => string | undefined) {
  render(
    <Surroundings preferences={preferenceStore(localStorage, 'zh-CN')} host={hostAppearance(background)}>
      <p>字</p>
    </Surroundings>,
  )
  return { scheme: () => document.documentElement.style.colorScheme }
}

describe('the look of the host', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => vi.useRealTimers())

  it('is followed while the pane is open, by the theme and by the browser’s own controls', () => {
    let background = '#f3f3f3'
    const page = open(() => background)
    expect(page.scheme()).toBe('light')
    background = '#262626'
    act(() => void vi.advanceTimersByTime(5_000))
    expect(page.scheme()).toBe('dark')
  })

  it('is looked at again when the person comes back from where it is set', () => {
    let background = '#262626'
    const page = open(() => background)
    background = '#ffffff'
    act(() => void window.dispatchEvent(new Event('focus')))
    expect(page.scheme()).toBe('light')
  })

  it('is that of the system where the host does not say, and follows it, too', () => {
    let dark = false
    const listeners = new Set<() => void>()
    vi.stubGlobal('matchMedia', () => ({
      get matches() {
        return dark
      },
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
    }))
    const page = open(() => undefined)
    expect(page.scheme()).toBe('light')
    dark = true
    act(() => {
      for (const listener of listeners) listener()
    })
    expect(page.scheme()).toBe('dark')
    vi.unstubAllGlobals()
  })
})

describe('appearanceOf', () => {
  it('tells dark from light by the background, and says nothing where there is none', () => {
    expect(['#262626', '#ffffff', 'e6e6e6', '', undefined].map(appearanceOf)).toEqual([
      'dark',
      'light',
      'light',
      undefined,
      undefined,
    ])
  })
})
