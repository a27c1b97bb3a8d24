import { describe, expect, it } from 'vitest'
import { apiClient } from './client.ts'

const answering = (response: () => Response) => apiClient('http://service', async () => response())

describe('apiClient', () => {
  it('names a problem by the last part of its type', async () => {
    const api = answering(() => Response.json({ type: '/problems/sign-in-failed', requestId: 'r' }, { status: 401 }))
    expect(await api.signIn('a', 'b')).toMatchObject({
      ok: false,
      error: { kind: 'problem', type: 'sign-in-failed', status: 401 },
    })
  })

  it('is offline without network, and when a proxy answers in place of the service', async () => {
    const cut = apiClient('http://service', async () => Promise.reject(new TypeError('no network')))
    const proxied = answering(() => new Response('<html>Bad gateway</html>', { status: 502 }))
    for (const api of [cut, proxied]) {
      expect(await api.signedIn('t').me()).toEqual({ ok: false, error: { kind: 'offline' } })
    }
  })

  it('is told by a proxy, too, that something is too large', async () => {
    const api = answering(() => new Response('<html>Request Entity Too Large</html>', { status: 413 }))
    expect(await api.signedIn('t').me()).toMatchObject({ ok: false, error: { kind: 'problem', status: 413 } })
  })

  it('sends the token, the idempotency key, and when the report was saved', async () => {
    const seen: Headers[] = []
    const api = apiClient('http://service', async (_, init) => {
      seen.push(new Headers(init?.headers))
      return Response.json({ receipt: {} }, { status: 201 })
    })
    await api.signedIn('secret').submit(
      'key-1',
      {
        form: 'investment',
        window: 'w',
        pack: '',
        basis: '',
        record: { form: 'investment', template: 1, cells: {}, ledgers: {} },
        reasons: {},
        preview: { inputs: '', result: '' },
      },
      '2019-06-18T09:00:00.000Z',
    )
    expect(seen[0]?.get('authorization')).toBe('Bearer secret')
    expect(seen[0]?.get('idempotency-key')).toBe('key-1')
    expect(seen[0]?.get('saved-at')).toBe('2019-06-18T09:00:00.000Z')
  })

  it('puts names into the path and questions behind it, and leaves out what was not asked', async () => {
    const asked: (readonly [string, RequestInit | undefined])[] = []
    const api = apiClient('http://service:3000', async (url, init) => {
      asked.push([String(url), init])
      return Response.json({})
    })
    await api.signedIn('t').cellHistory('附件 2', 'projects/2-01-0007/name')
    await api.signedIn('t').ask((client) => client.standing.$get({ query: {} }))
    expect(asked.map(([url]) => url)).toEqual([
      'http://service:3000/api/v1/history/%E9%99%84%E4%BB%B6%202?cell=projects%2F2-01-0007%2Fname',
      'http://service:3000/api/v1/standing',
    ])
    expect(asked[0]?.[1]).toMatchObject({ method: 'GET', credentials: 'omit' })
    expect(asked[0]?.[1]?.body).toBeUndefined()
  })
})
