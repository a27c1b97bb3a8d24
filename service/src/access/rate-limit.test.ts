import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { ProblemError, problemResponse } from '../problem.ts'
import type { Account, Env } from './guard.ts'
import { generousLimits, rateLimit } from './rate-limit.ts'

/** A service that answers anything; who asks, and from where, stands in two headers. */
function setUp(limits = { writes: 2, reads: 3, address: 4 }) {
  let instant = 0
  const app = new Hono<Env>()
    .use(async (c, next) => {
      const id = c.req.header('x-account')
      if (id !== undefined) c.set('account', { id } as Account)
      await next()
    })
    .use(rateLimit(limits, { now: () => new Date(instant), addressOf: (c) => c.req.header('x-address') ?? '' }))
    .onError((error, c) => {
      if (error instanceof ProblemError) return problemResponse(c, error.problem)
      throw error
    })
    .all('/', (c) => c.text('ok'))
  const ask = async (method: string, headers: Record<string, string>, times: number) => {
    const statuses = []
    for (let time = 0; time < times; time += 1) statuses.push((await app.request('/', { method, headers })).status)
    return statuses
  }
  return { ask, app, at: (ms: number) => (instant = ms) }
}
const behindOneAddress = (account: string) => ({ 'x-account': account, 'x-address': '192.0.2.1' })

describe('a rate limit', () => {
  it('counts writes and reads of an account apart, and lets it go on after a minute', async () => {
    const { ask, app, at } = setUp()
    expect(await ask('POST', behindOneAddress('a'), 3)).toEqual([200, 200, 429])
    expect(await ask('GET', behindOneAddress('a'), 4)).toEqual([200, 200, 200, 429])
    at(20_000)
    const limited = await app.request('/', { method: 'POST', headers: behindOneAddress('a') })
    expect(limited.headers.get('retry-after')).toBe('40')
    expect(await limited.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
    at(60_000)
    expect(await ask('POST', behindOneAddress('a'), 1)).toEqual([200])
  })

  it('holds back no neighbour behind the same address', async () => {
    const { ask } = setUp()
    await ask('POST', behindOneAddress('a'), 9)
    expect(await ask('POST', behindOneAddress('b'), 2)).toEqual([200, 200])
  })

  it('counts requests without an account by their address', async () => {
    const { ask } = setUp()
    expect((await ask('GET', { 'x-address': '192.0.2.1' }, 5)).at(-1)).toBe(429)
    expect(await ask('GET', { 'x-address': '192.0.2.2' }, 1)).toEqual([200])
  })

  it('does not hold up fifty clerks of one building who open the pane and hand in at once', async () => {
    const { ask } = setUp(generousLimits)
    for (let clerk = 0; clerk < 50; clerk += 1) {
      const answers = [
        ...(await ask('GET', { 'x-address': '192.0.2.1' }, 40)),
        ...(await ask('GET', behindOneAddress(`clerk-${clerk}`), 30)),
        ...(await ask('POST', behindOneAddress(`clerk-${clerk}`), 10)),
      ]
      expect(new Set(answers)).toEqual(new Set([200]))
    }
  })
})
