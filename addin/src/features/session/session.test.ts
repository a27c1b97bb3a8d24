// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { newSession, sessionStore } from './session.ts'

const noon = Date.UTC(2019, 5, 18, 4)
const day = 24 * 60 * 60 * 1000

describe('sessionStore', () => {
  beforeEach(() => localStorage.clear())

  it('keeps a session over days', () => {
    const session = newSession('xinxing', 'token', noon)
    sessionStore(localStorage).save(session)
    expect(sessionStore(localStorage).read(noon + 6 * day)).toEqual(session)
  })

  it('forgets a session that has run out', () => {
    sessionStore(localStorage).save(newSession('xinxing', 'token', noon))
    expect(sessionStore(localStorage).read(noon + 8 * day)).toBeNull()
  })

  it('takes what it cannot read for no session', () => {
    localStorage.setItem('kaohe.session', '{"token":7}')
    expect(sessionStore(localStorage).read(noon)).toBeNull()
    localStorage.setItem('kaohe.session', 'no json')
    expect(sessionStore(localStorage).read(noon)).toBeNull()
  })

  it('is empty after signing out', () => {
    const store = sessionStore(localStorage)
    store.save(newSession('xinxing', 'token', noon))
    store.clear()
    expect(store.read(noon)).toBeNull()
  })
})
