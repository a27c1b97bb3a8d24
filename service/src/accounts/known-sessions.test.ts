import { describe, expect, it } from 'vitest'
import type { Account } from '../access/guard.ts'
import { knownSessions } from './known-sessions.ts'

const account: Account = {
  id: 'a',
  username: 'xinxing',
  name: '新兴街道',
  role: 'clerk',
  unit: 'xinxing',
  passwordChange: false,
}
const headers = new Headers({ authorization: 'Bearer token' })

/** Sessions that can be ended, a clock that is set, and how often they were looked up. */
function setUp() {
  let open: Account | null = account
  let instant = 0
  let lookUps = 0
  const sessions = knownSessions(
    async () => {
      lookUps += 1
      return open
    },
    () => new Date(instant),
  )
  return {
    sessions,
    end: () => (open = null),
    reopen: () => (open = account),
    at: (ms: number) => (instant = ms),
    count: () => lookUps,
  }
}

describe('a session that was looked up', () => {
  it('is not looked up again for three seconds, also by requests that come at once', async () => {
    const { sessions, at, count } = setUp()
    const answers = await Promise.all([1, 2, 3].map(() => sessions.accountOf(headers)))
    at(2999)
    expect([...answers, await sessions.accountOf(headers)]).toEqual([account, account, account, account])
    expect(count()).toBe(1)
  })

  it('opens nothing three seconds after it was ended elsewhere', async () => {
    const { sessions, end, at } = setUp()
    await sessions.accountOf(headers)
    end()
    at(3000)
    expect(await sessions.accountOf(headers)).toBe(null)
  })

  it('opens nothing as soon as it was ended here, even while it is being looked up', async () => {
    const { sessions, end } = setUp()
    const asked = sessions.accountOf(headers)
    end()
    sessions.forget(headers)
    await asked
    expect(await sessions.accountOf(headers)).toBe(null)
  })

  it('is looked up again when the clock was put back', async () => {
    const { sessions, end, at } = setUp()
    at(60_000)
    await sessions.accountOf(headers)
    end()
    at(0)
    expect(await sessions.accountOf(headers)).toBe(null)
  })
})

describe('no session', () => {
  it('is looked up each time: the next moment somebody may sign in', async () => {
    const { sessions, end, reopen, count } = setUp()
    end()
    expect(await sessions.accountOf(headers)).toBe(null)
    reopen()
    expect(await sessions.accountOf(headers)).toEqual(account)
    expect(count()).toBe(2)
  })
})
