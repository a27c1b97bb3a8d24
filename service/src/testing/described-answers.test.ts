import { describe, expect, it } from 'vitest'
import { answerCheck } from './described-answers.ts'

const routes = [
  { method: 'GET', path: '/api/v1/targets/:issue' },
  { method: 'POST', path: '/api/v1/findings/:finding/reply' },
  { method: 'GET', path: '/api/v1/units/table' },
]
const check = answerCheck({ routes })
const replied = (body: object) => check('POST', '/api/v1/findings/2019-F01/reply', Response.json(body))

describe('an answer that a test receives', () => {
  it('passes as it is described', async () => {
    await expect(replied({ replied: true })).resolves.toBeUndefined()
  })

  it.each([
    ['a name too many', { replied: true, by: 'xinxing' }],
    ['a name too few', {}],
    ['another value', { replied: 'yes' }],
  ])('fails with %s, and says where', async (_, body) => {
    await expect(replied(body)).rejects.toThrow('POST /api/v1/findings/:finding/reply answers otherwise than described')
  })

  it('fails as a problem that is none of the list', async () => {
    const problem = new Response('{"type":"/problems/unheard-of","title":"x","status":400,"requestId":"r"}', {
      headers: { 'content-type': 'application/problem+json' },
    })
    await expect(check('GET', '/api/v1/targets/1?x=/', problem)).rejects.toThrow('/api/v1/targets/:issue')
  })

  it('fails as JSON where none is described', async () => {
    await expect(check('GET', '/api/v1/units/table', Response.json({}))).rejects.toThrow('is not described')
  })
})
