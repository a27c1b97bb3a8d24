import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { investment, testPassword, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { funds, grantRow, projectRow, projects, tax } from '../testing/records.ts'
import { problem } from '../testing/verification-steps.ts'

/**
 * What bad input gets, row by row as the design lists it, as far as the service answers it over HTTP. Hostile files are in
 * `intake/`, a full disk and a store that is gone in `stores/`, a process that is killed in `stores/killed.test.ts`.
 */
let service: TestService
let clerk: TestClient
beforeAll(async () => {
  service = await testService()
})
beforeEach(async () => {
  service.setNow('2019-06-18T01:00:00Z')
  clerk = await service.signIn('xinxing')
})

type Answer = Readonly<Record<string, unknown>>
const send = async (body: unknown, key: string = crypto.randomUUID()): Promise<Answer> => {
  const response = await clerk.post('/submissions', body, { 'idempotency-key': key })
  return { status: response.status, ...((await response.json()) as Answer) }
}
const raw = async (body: string) =>
  service.request('/api/v1/submissions', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${clerk.token}`,
      'content-type': 'application/json',
      'idempotency-key': 'raw-body-1',
    },
    body,
  })

describe('text in a number cell, date as text, #REF!, a negative amount, an impossible date', () => {
  it.each(['约3亿', '#REF!', '#N/A', '-5', '2000万'])(
    '“%s” is refused at its cell, and nothing is taken for zero',
    async (text) => {
      const refused = await send(await service.draft(clerk, investment(text)))
      expect(refused).toMatchObject({ status: 422, type: '/problems/red-verdicts' })
      expect(JSON.stringify(refused['verdicts'])).toContain('reported')
      const { forms } = (await (await clerk.get('/standing')).json()) as {
        forms: { form: string; submission: unknown }[]
      }
      expect(forms.find(({ form }) => form === 'investment')?.submission).toBeNull()
    },
  )

  it.each(['2019-02-30', '三月初', '2019-12-31'])('a start on “%s” is refused at its cell', async (startDate) => {
    const refused = await send(await service.draft(clerk, projects(projectRow('甲', { startDate }))))
    expect(refused).toMatchObject({ status: 422, type: '/problems/red-verdicts' })
    expect(JSON.stringify(refused['verdicts'])).toContain('startDate')
  })
})

describe('22 where 220000 was meant, a document twice', () => {
  it.each([
    ['a figure four digits short', () => investment('1.3'), 'reported'],
    ['the same 文号 in two rows', () => funds(grantRow('1', '500'), grantRow('1', '500')), 'documentNumber'],
  ])('%s needs a sentence, and goes with it', async (_, record, place) => {
    const body = await service.draft(clerk, record())
    const asked = await send(body)
    expect(asked).toMatchObject({ status: 422, type: '/problems/reasons-missing' })
    expect(JSON.stringify(asked['verdicts'])).toContain(place)
    const reasons = Object.fromEntries((asked['missing'] as string[]).map((key) => [key, '已核对，情况属实']))
    expect(await send({ ...body, reasons })).toMatchObject({ status: 201 })
  })
})

describe('another unit’s row changed', () => {
  it('cannot be said: a report is the sender’s own, whatever unit it names', async () => {
    const body = { ...(await service.draft(clerk, tax('10'))), unit: 'heping' }
    expect(await send(body)).toMatchObject({ status: 400, type: '/problems/invalid-request' })
  })
})

describe('stale pack, stale template, window that is closed', () => {
  it('is a conflict that says what is current, and nothing is stored', async () => {
    const body = await service.draft(clerk, tax('1234'))
    expect(await send({ ...body, pack: '0'.repeat(64) })).toMatchObject({
      status: 409,
      type: '/problems/pack-outdated',
    })
    const old = { ...body, record: { ...body.record, template: 9 } }
    expect(await send(old)).toMatchObject({ status: 409, type: '/problems/template-outdated', sent: 9 })
    expect(await send({ ...body, window: '2019-12-2' })).toMatchObject({ status: 409, type: '/problems/window-closed' })
  })
})

describe('the same submission twice', () => {
  it('at once is one submission with one receipt', async () => {
    const body = await service.draft(clerk, tax('1300'))
    const sent = await Promise.all([1, 2, 3].map(() => send({ ...body, reasons: {} }, 'three-at-once')))
    expect(sent.map((answer) => answer['status']).toSorted()).toEqual([200, 200, 201])
    expect(new Set(sent.map((answer) => JSON.stringify(answer['receipt']))).size).toBe(1)
  })
})

describe('preview and service disagree', () => {
  it('is refused with both fingerprints', async () => {
    const body = await service.draft(clerk, tax('1301'))
    const refused = await send({ ...body, preview: { ...body.preview, result: '1'.repeat(64) } })
    expect(refused).toMatchObject({
      status: 409,
      type: '/problems/parity-mismatch',
      preview: { result: '1'.repeat(64) },
    })
    expect(refused['computed']).toMatchObject({ inputs: body.preview.inputs, result: body.preview.result })
  })
})

describe('malformed JSON, a 10 MB body, deep nesting, prototype keys, SQL or formula text', () => {
  it.each([
    ['malformed JSON', '{"form":', 400],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
    ['prototype keys', '{"__proto__":{"form":"tax"},"constructor":{}}', 400],
    ['10 MB', JSON.stringify({ form: 'x'.repeat(10_000_000) }), 413],
  ])('%s is refused', async (_, body, status) => {
    expect((await raw(body)).status).toBe(status)
  })

  it.each([`=cmd|' /C calc'!A0`, `'); drop table submission; --`])(
    '“%s” is text, stored and given back as it is',
    async (note) => {
      await service.submit(clerk, investment('6500', note))
      const { forms } = (await (await clerk.get('/standing')).json()) as {
        forms: { form: string; submission: { record: { cells: object } } | null }[]
      }
      expect(forms.find(({ form }) => form === 'investment')?.submission?.record.cells).toMatchObject({ note })
    },
  )
})

describe('half a surrogate pair, which no database and no log can hold', () => {
  it.each([
    ['a reason', '/accounts/wulong/disabling', { reason: '误\ud800' }, 'reason'],
    ['a name', '/accounts', { username: 'new', name: '\udc00', role: 'office', unit: null }, 'name'],
    ['a field of fields', '/target-drafts', { title: '一', targets: { '\ud800': {} } }, 'targets'],
  ])('is refused in %s, with the path of it', async (_, path, body, place) => {
    const office = await service.signIn('office')
    const answer = await office.post(path, body)
    expect(await problem(answer)).toMatchObject({ status: 400, issues: [{ path: place }] })
  })
})

describe('wrong password, stolen or expired token, another unit’s id', () => {
  it('is limited, 401, and the same 404 as for what is missing', async () => {
    const signIn = (password: string) =>
      service.postJson(
        '/api/v1/auth/sign-in/username',
        { username: 'hebei', password },
        { 'x-forwarded-for': '10.0.0.9' },
      )
    const answers = []
    for (let attempt = 0; attempt < 11; attempt += 1)
      answers.push((await signIn(`wrong ${attempt} ${testPassword}`)).status)
    expect(answers[0]).toBe(401)
    expect(answers.at(-1)).toBe(429)
    const forged = await service.request('/api/v1/standing', { headers: { authorization: 'Bearer forged.token' } })
    expect(forged.status).toBe(401)
    const { number } = await service.submit(await service.signIn('heping'), tax('1650'))
    const [foreign, missing] = await Promise.all([clerk.get(`/receipts/${number}`), clerk.get('/receipts/2019-999999')])
    expect([foreign.status, missing.status]).toEqual([404, 404])
  })
})
