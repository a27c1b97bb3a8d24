import { reasonKey, type FormRecord, type Verdict } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'

let service: TestService
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})

const key = (name: string) => ({ 'idempotency-key': `key-${name}-0000` })
const send = (body: unknown, name = 'first') => clerk.post('/submissions', body, key(name))
const stored = () => service.db.selectFrom('submission').selectAll().execute()
const problem = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) })

const project = (name: string, cells: Record<string, string | null> = {}) => ({
  number: null,
  name,
  industry: '装备制造',
  kind: '新建',
  totalInvestment: '6000',
  yearInvestment: '900',
  stage: '开工',
  startDate: '2019-03-15',
  completionDate: null,
  effectDate: null,
  origin: '辽宁沈阳',
  registered: '是',
  upgrade: '否',
  owner: '张三',
  team: null,
  note: null,
  ...cells,
})
const projects = (...rows: FormRecord['ledgers'][string]): FormRecord => ({
  form: 'projects',
  template: 1,
  cells: { note: null },
  ledgers: { projects: rows },
})

describe('POST /submissions', () => {
  it('takes a report in and answers with the receipt', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const response = await send(body)
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      receipt: {
        number: '2019-000001',
        receivedAt: '2019-06-18T01:00:00.000Z',
        unit: { id: 'xinxing', name: '新兴街道' },
        form: 'investment',
        window: '2019-06-1',
        timeliness: 'on-time',
        fingerprints: body.preview,
        cells: [{ path: 'reported', status: 'accepted' }],
      },
    })
    expect(await stored()).toMatchObject([{ unit: 'xinxing', form: 'investment', record: JSON.stringify(body.record) }])
  })

  it('gives the same receipt for the same key, and stores one submission', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const first = await send(body)
    const again = await send(body)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(await again.json()).toEqual(await first.json())
    expect(await stored()).toHaveLength(1)
  })

  it('takes a report sent twenty times at once in once', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const responses = await Promise.all(Array.from({ length: 20 }, () => send(body)))
    const receipts = await Promise.all(responses.map((response) => response.text()))
    expect(new Set(receipts).size).toBe(1)
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await stored()).toHaveLength(1)
  })

  it('gives the receipt again after the window has closed and the rules have moved on', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const first = await send(body)
    service.setNow('2019-12-01T00:00:00Z')
    expect(await (await send(body)).json()).toEqual(await first.json())
  })

  it('refuses a key that was used for something else', async () => {
    await send(await service.draft(clerk, investment('6500')))
    const response = await send(await service.draft(clerk, investment('6600')))
    expect(await problem(response)).toMatchObject({ status: 422, type: '/problems/idempotency-key-reused' })
  })

  it('lets two accounts use the same key', async () => {
    const other = await service.signIn('heping')
    await send(await service.draft(clerk, investment('6500')))
    const response = await other.post('/submissions', await service.draft(other, investment('3000')), key('first'))
    expect(response.status).toBe(201)
  })

  it.each([{}, { 'idempotency-key': 'short' }, { 'idempotency-key': '带汉字的编号'.repeat(2) }])(
    'refuses a request with the key %j',
    async (headers) => {
      const response = await clerk
        .post('/submissions', await service.draft(clerk, investment('6500')), headers)
        .catch((error: unknown) => error)
      // Header values outside Latin-1 do not even leave the client.
      if (!(response instanceof Response)) return expect(response).toBeInstanceOf(TypeError)
      expect(await problem(response)).toMatchObject({ status: 400, issues: [{ path: 'idempotency-key' }] })
    },
  )

  it('keeps what was reported before, and counts the newest', async () => {
    await send(await service.draft(clerk, investment('6500')), 'one')
    await send(await service.draft(clerk, investment('7000')), 'two')
    expect((await stored()).map(({ number }) => number)).toEqual(['2019-000001', '2019-000002'])
    const standing = (await (await clerk.get('/standing')).json()) as { forms: unknown[] }
    expect(standing.forms[0]).toMatchObject({
      form: 'investment',
      submission: { number: '2019-000002', record: { cells: { reported: '7000' } } },
    })
  })

  it('says of each cell whether it changed', async () => {
    await send(await service.draft(clerk, investment('6500', '含技改')), 'one')
    const response = await send(await service.draft(clerk, investment('7000', '含技改')), 'two')
    expect(await response.json()).toMatchObject({
      receipt: {
        cells: [
          { path: 'reported', status: 'accepted' },
          { path: 'note', status: 'unchanged' },
        ],
      },
    })
  })

  it('is late after the due instant, by the service’s clock', async () => {
    service.setNow('2019-06-18T09:30:00.001Z')
    expect((await service.submit(clerk, investment('6500'))).timeliness).toBe('late')
  })

  it('stores text that looks like a formula as the text it is', async () => {
    await service.submit(clerk, investment('6500', "=cmd|' /C calc'!A0\"; drop table submission; --"))
    const [row] = await stored()
    expect(JSON.parse(row?.record ?? '')).toMatchObject({
      cells: { note: "=cmd|' /C calc'!A0\"; drop table submission; --" },
    })
  })
})

describe('a ledger', () => {
  it('gets a number for each new row, and the same ones next time', async () => {
    const first = await service.submit(clerk, projects(project('甲项目'), project('乙项目')))
    expect(first.numbers).toEqual([
      { ledger: 'projects', row: 0, number: '2-02-0001' },
      { ledger: 'projects', row: 1, number: '2-02-0002' },
    ])
    const second = await service.submit(clerk, projects(project('丙项目'), project('乙项目'), project('甲项目')))
    expect(second.numbers.map(({ number }) => number)).toEqual(['2-02-0003', '2-02-0002', '2-02-0001'])
    expect(second.cells).toContainEqual({ path: 'projects.2.name', status: 'unchanged' })
    expect(second.cells).toContainEqual({ path: 'projects.0.name', status: 'accepted' })
  })

  it('does not take over the number of another unit', async () => {
    const other = await service.signIn('heping')
    await service.submit(other, projects(project('甲项目')))
    const receipt = await service.submit(clerk, projects(project('乙项目', { number: '2-03-0001' })))
    expect(receipt.numbers).toEqual([{ ledger: 'projects', row: 0, number: '2-02-0001' }])
    expect(receipt.cells).toContainEqual(
      expect.objectContaining({ path: 'projects.0.number', status: 'refused', reason: expect.any(String) }),
    )
  })
})

describe('a report that is refused', () => {
  const refused = async (
    change: (body: Awaited<ReturnType<typeof service.draft>>) => unknown,
    record = investment('6500'),
  ) => {
    const before = (await stored()).length
    const answer = await problem(await send(change(await service.draft(clerk, record)), 'refused'))
    expect((await stored()).length).toBe(before)
    return answer
  }

  it('was checked by other rules', async () => {
    const answer = await refused((body) => ({ ...body, pack: '0'.repeat(64) }))
    expect(answer).toMatchObject({
      status: 409,
      type: '/problems/pack-outdated',
      sent: '0'.repeat(64),
      current: { id: 'haizhou-2019', version: '2019.3' },
    })
  })

  it('was typed into another template', async () => {
    const answer = await refused((body) => ({ ...body, record: { ...body.record, template: 7 } }))
    expect(answer).toMatchObject({ status: 409, type: '/problems/template-outdated', sent: 7, current: 1 })
  })

  it('was computed from an earlier standing', async () => {
    const stale = await service.draft(clerk, investment('6500'))
    await service.submit(clerk, investment('6000'))
    const answer = await refused(() => stale)
    expect(answer).toMatchObject({ status: 409, type: '/problems/standing-outdated', sent: stale.basis })
  })

  it.each([
    ['2019-06-2', 'future'],
    ['2019-05-1', 'past'],
  ])('is for window %s, which is %s', async (window, state) => {
    const answer = await refused((body) => ({ ...body, window }))
    expect(answer).toMatchObject({ status: 409, type: '/problems/window-closed', window, state })
  })

  it('holds a red verdict', async () => {
    const answer = await refused((body) => body, investment('-5'))
    expect(answer).toMatchObject({
      status: 422,
      type: '/problems/red-verdicts',
      verdicts: [{ severity: 'red', outcome: { status: 'failed' }, paths: ['reported'] }],
    })
  })

  it('leaves an amber figure without its sentence', async () => {
    const answer = await refused((body) => body, investment('1.3'))
    expect(answer).toMatchObject({ status: 422, type: '/problems/reasons-missing' })
    const { missing, verdicts } = answer as unknown as { missing: string[]; verdicts: Verdict[] }
    expect(missing).toEqual(verdicts.map(reasonKey))

    const body = await service.draft(clerk, investment('1.3'))
    const explained = await send({
      ...body,
      reasons: Object.fromEntries(missing.map((name) => [name, '确为 1.3 万元'])),
    })
    expect(explained.status).toBe(201)
    expect(JSON.parse((await stored())[0]?.reasons ?? '')).toEqual(
      Object.fromEntries(missing.map((name) => [name, '确为 1.3 万元'])),
    )
  })

  it('shows a result the service does not come to, and is kept for diagnosis', async () => {
    const preview = { inputs: 'a'.repeat(64), result: 'b'.repeat(64) }
    const honest = await service.draft(clerk, investment('6500'))
    const answer = await refused((body) => ({ ...body, preview }))
    expect(answer).toMatchObject({ status: 409, type: '/problems/parity-mismatch', preview, computed: honest.preview })
    const kept = await service.db.selectFrom('parity_mismatch').selectAll().execute()
    expect(kept).toMatchObject([{ unit: 'xinxing', form: 'investment', preview: JSON.stringify(preview) }])
  })

  it('does not use up a number', async () => {
    await refused((body) => ({ ...body, preview: { inputs: 'a'.repeat(64), result: 'b'.repeat(64) } }))
    expect((await service.submit(clerk, investment('6500'))).number).toBe('2019-000001')
  })
})

describe('a malformed request', () => {
  const raw = (body: string) =>
    service.request('/api/v1/submissions', {
      method: 'POST',
      headers: { authorization: `Bearer ${clerk.token}`, 'content-type': 'application/json', ...key('raw') },
      body,
    })
  const withRecord = async (record: unknown) =>
    problem(await send({ ...(await service.draft(clerk, investment('1'))), record }))

  it('is refused when it is no JSON', async () => {
    expect(await problem(await raw('{"form": '))).toMatchObject({ status: 400, type: '/problems/invalid-request' })
  })

  it('is refused when it is nested beyond reason', async () => {
    expect((await problem(await raw('['.repeat(200_000) + ']'.repeat(200_000)))).status).toBe(400)
  })

  it('is refused when it is too large', async () => {
    expect(await problem(await raw(`"${'x'.repeat(10_000_000)}"`))).toMatchObject({
      status: 413,
      type: '/problems/too-large',
    })
  })

  it('names the path of what is wrong', async () => {
    const answer = await withRecord({ form: 'investment', template: 1, cells: { reported: 6500 }, ledgers: {} })
    expect(answer).toMatchObject({ status: 400, issues: [{ path: 'record.cells.reported' }] })
  })

  it.each([
    ['a column the form does not have', { cells: { target: '1' } }, 'record.cells.target'],
    ['a ledger the form does not have', { ledgers: { projects: [] } }, 'record.ledgers.projects'],
    ['half a surrogate pair', { cells: { note: 'x\ud800' } }, 'record.cells.note'],
  ])('is refused for %s', async (_, part, path) => {
    const answer = await withRecord({ form: 'investment', template: 1, cells: {}, ledgers: {}, ...part })
    expect(answer).toMatchObject({ status: 400, issues: [{ path }] })
  })

  it('cannot reach the prototype of anything', async () => {
    const body = JSON.stringify(await service.draft(clerk, investment('6500')))
    const response = await raw(body.replace('"reported"', '"__proto__":"x","constructor":"y","reported"'))
    expect(response.status).toBe(400)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('cannot name another unit', async () => {
    const body = await service.draft(clerk, investment('6500'))
    expect((await problem(await send({ ...body, unit: 'heping' }))).status).toBe(400)
  })

  it('is for a form or a window that there is', async () => {
    const body = await service.draft(clerk, investment('6500'))
    expect(await problem(await send({ ...body, form: 'other' }))).toMatchObject({
      status: 400,
      issues: [{ path: 'form' }],
    })
    expect(await problem(await send({ ...body, window: '2020-01-1' }))).toMatchObject({
      status: 400,
      issues: [{ path: 'window' }],
    })
  })
})

describe('GET /receipts/:number', () => {
  const receiptFor = async (username: string) => {
    const { number } = await service.submit(clerk, investment('6500'))
    const reader = await service.signIn(username)
    return reader.get(`/receipts/${number}`)
  }

  it.each(['xinxing', 'office'])('answers %s', async (username) => {
    const response = await receiptFor(username)
    expect(await response.json()).toMatchObject({ receipt: { number: '2019-000001', unit: { id: 'xinxing' } } })
  })

  it('is to another unit as if it did not exist', async () => {
    expect((await receiptFor('heping')).status).toBe(404)
    expect((await clerk.get('/receipts/2019-999999')).status).toBe(404)
  })
})

describe('GET /standing', () => {
  it('shows the clerk its own unit, whatever is asked', async () => {
    const other = await service.signIn('heping')
    await service.submit(other, investment('4321'))
    const text = await (await clerk.get('/standing?unit=heping')).text()
    expect(JSON.parse(text)).toMatchObject({
      unit: { id: 'xinxing' },
      forms: [{ form: 'investment', submission: null }, {}, {}, {}, {}],
    })
    expect(text).not.toContain('4321')
  })

  it('changes its revision with every report, and only with its content', async () => {
    const revision = async () => ((await (await clerk.get('/standing')).json()) as { revision: string }).revision
    const empty = await revision()
    await service.submit(clerk, investment('6500'))
    const reported = await revision()
    await service.submit(clerk, investment('6500'))
    expect(reported).not.toBe(empty)
    expect(await revision()).toBe(reported)
  })

  it('of an earlier window knows nothing of later reports', async () => {
    await service.submit(clerk, investment('6500'))
    const standing = await (await clerk.get('/standing?window=2019-05-2')).json()
    expect(standing).toMatchObject({ window: '2019-05-2', forms: [{ submission: null }, {}, {}, {}, {}] })
  })
})
