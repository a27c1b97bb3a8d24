import { reasonKey, type Verdict } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
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
      headers: { authorization: `Bearer ${clerk.token}`, 'content-type': 'application/json', ...keyOf('raw') },
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
