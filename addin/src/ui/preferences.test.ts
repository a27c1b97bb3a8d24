import { describe, expect, it } from 'vitest'
import { preferenceStore } from './preferences.ts'

/** A disk that holds one text. */
function disk(kept: string | null = null) {
  return {
    getItem: () => kept,
    setItem: (_key: string, text: string) => {
      kept = text
    },
  }
}

describe('preferenceStore', () => {
  it('begins in the language of the host', () => {
    expect(preferenceStore(disk(), 'en-GB').current().language).toBe('en-US')
    expect(preferenceStore(disk(), 'zh-CN').current().language).toBe('zh-CN')
  })

  it('keeps what a person chose, whatever the host speaks', () => {
    const storage = disk()
    preferenceStore(storage, 'zh-CN').choose({ language: 'en-US' })
    expect(preferenceStore(storage, 'zh-CN').current()).toEqual({ language: 'en-US', figures: 'as-issued' })
  })

  it('lets the host choose the language of a person who chose only the figures', () => {
    const storage = disk()
    preferenceStore(storage, 'en-US').choose({ figures: 'yi' })
    expect(preferenceStore(storage, 'zh-CN').current()).toEqual({ language: 'zh-CN', figures: 'yi' })
  })

  it.each(['{', 'null', '{"language":"klingon"}'])('reads %s as nothing chosen', (text) => {
    expect(preferenceStore(disk(text), undefined).current()).toEqual({ language: 'zh-CN', figures: 'as-issued' })
  })
})
