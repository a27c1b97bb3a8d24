import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'
import { submissionSteps } from '../testing/submission-steps.ts'
import { problem } from '../testing/verification-steps.ts'

let service: TestService
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})
const { keyOf, send, stored } = submissionSteps(
  () => service,
  () => clerk,
)

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

  it('keeps when the sender saved it, and goes by its own clock for lateness', async () => {
    const body = await service.draft(clerk, investment('6500'))
    service.setNow('2019-06-20T02:00:00Z')
    const saved = { ...keyOf('offline'), 'saved-at': '2019-06-18T08:30:00.000Z' }
    const response = await clerk.post('/submissions', body, saved)
    expect(await response.json()).toMatchObject({
      receipt: { savedAt: '2019-06-18T08:30:00.000Z', receivedAt: '2019-06-20T02:00:00.000Z', timeliness: 'late' },
    })
    expect(await stored()).toMatchObject([{ saved_at: '2019-06-18T08:30:00.000Z' }])
  })

  it('gives the receipt that was given, whatever a retry says of when it was saved', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const first = await clerk.post('/submissions', body, { ...keyOf('one'), 'saved-at': '2019-06-18T00:30:00.000Z' })
    const again = await clerk.post('/submissions', body, { ...keyOf('one'), 'saved-at': '2019-06-17T00:30:00.000Z' })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(await first.json())
  })

  it('refuses a time that is none', async () => {
    const body = await service.draft(clerk, investment('6500'))
    const response = await clerk.post('/submissions', body, { ...keyOf('one'), 'saved-at': 'yesterday' })
    expect(await problem(response)).toMatchObject({ status: 400, issues: [{ path: 'saved-at' }] })
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
    const response = await other.post('/submissions', await service.draft(other, investment('3000')), keyOf('first'))
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
    const first = await service.submit(clerk, projects(projectRow('甲项目'), projectRow('乙项目')))
    expect(first.numbers).toEqual([
      { ledger: 'projects', row: 0, number: '2-02-0001' },
      { ledger: 'projects', row: 1, number: '2-02-0002' },
    ])
    const second = await service.submit(
      clerk,
      projects(projectRow('丙项目'), projectRow('乙项目'), projectRow('甲项目')),
    )
    expect(second.numbers.map(({ number }) => number)).toEqual(['2-02-0003', '2-02-0002', '2-02-0001'])
    expect(second.cells).toContainEqual({ path: 'projects.2.name', status: 'unchanged' })
    expect(second.cells).toContainEqual({ path: 'projects.0.name', status: 'accepted' })
  })

  it('does not take over the number of another unit', async () => {
    const other = await service.signIn('heping')
    await service.submit(other, projects(projectRow('甲项目')))
    const receipt = await service.submit(clerk, projects(projectRow('乙项目', { number: '2-03-0001' })))
    expect(receipt.numbers).toEqual([{ ledger: 'projects', row: 0, number: '2-02-0001' }])
    expect(receipt.cells).toContainEqual(
      expect.objectContaining({ path: 'projects.0.number', status: 'refused', reason: expect.any(String) }),
    )
  })
})
