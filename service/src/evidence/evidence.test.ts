import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditEntries } from '../audit/store.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects, tax } from '../testing/records.ts'
import { decide, problem, queueOf } from '../testing/verification-steps.ts'
import type { EvidenceFile } from './evidence-file.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pdf = bytesOf('%PDF-1.7\n一份批复')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let service: TestService
let clerk: TestClient
let finance: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  finance = await service.signIn('verify-finance')
})

const send = (bytes: Uint8Array, { by = clerk, name = '批复.pdf', form = 'tax', item = 'reported' } = {}) =>
  by.upload('/evidence', 'file', { [name]: bytes }, { form, item })
const added = async (...given: Parameters<typeof send>): Promise<EvidenceFile> => {
  const response = await send(...given)
  expect(response.status).toBe(201)
  return ((await response.json()) as { evidence: EvidenceFile }).evidence
}
const listed = async (client: TestClient, query = '') =>
  ((await (await client.get(`/evidence${query}`)).json()) as { evidence: readonly EvidenceFile[] }).evidence
const logged = async (action: string) =>
  (await auditEntries(service.db, 'haizhou-2019')).filter((entry) => entry.action === action)

describe('an evidence file', () => {
  it('is kept with its hash, and handed out byte by byte as it came', async () => {
    const large = new Uint8Array(300_000).map((_, at) => at % 251)
    large.set(bytesOf('%PDF-1.7'))
    const evidence = await added(large)
    expect(evidence).toEqual({
      id: expect.any(String),
      form: 'tax',
      item: 'reported',
      name: '批复.pdf',
      mediaType: 'application/pdf',
      size: 300_000,
      sha256: sha256(large),
      addedBy: '新兴街道',
      addedAt: '2019-06-18T01:00:00.000Z',
      withdrawn: null,
    })
    expect(await listed(clerk)).toEqual([evidence])
    const file = await clerk.get(`/evidence/${evidence.id}/file`)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(large)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '300000',
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent('批复.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('is there once, however often it is sent for the same item', async () => {
    const evidence = await added(pdf)
    const again = await Promise.all([send(pdf), send(pdf, { name: '改名.pdf' })])
    for (const response of again) {
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ evidence })
    }
    expect(await listed(clerk)).toHaveLength(1)
    expect(await logged('evidence.added')).toHaveLength(1)
  })

  it('stands in the queue beside the number, and its hash in the log of the decision', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    const evidence = await added(pdf)
    const [report] = (await queueOf(finance)).reports
    expect(report?.items.map((item) => [item.item, item.evidence])).toEqual([['reported', [evidence]]])

    await decide(finance, number, [{ item: 'reported', verdict: 'approve' }])
    const [entry] = await logged('figure.verified')
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({
      evidence: [{ item: 'reported', sha256: sha256(pdf) }],
    })
  })

  it('belongs to a row by the number that the row was given', async () => {
    const { numbers } = await service.submit(clerk, projects(projectRow('甲项目')))
    const item = numbers[0]?.number ?? ''
    const evidence = await added(pdf, { form: 'projects', item })
    expect(evidence).toMatchObject({ form: 'projects', item })
    const other = await service.signIn('heping')
    expect(await problem(await send(pdf, { by: other, form: 'projects', item }))).toMatchObject({
      status: 400,
      issues: [{ path: 'item', message: expect.stringContaining('没有这一项') }],
    })
  })

  it('stays when it is withdrawn, with the reason, for everybody who saw it', async () => {
    await service.submit(clerk, tax('1800'))
    const { id } = await added(pdf)
    const response = await clerk.post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
    const withdrawn = { at: '2019-06-18T01:00:00.000Z', by: '新兴街道', reason: '放错了' }
    expect(await response.json()).toMatchObject({ evidence: { id, withdrawn } })
    expect((await queueOf(finance)).reports[0]?.items[0]?.evidence).toMatchObject([{ id, withdrawn }])
    expect((await finance.get(`/evidence/${id}/file`)).status).toBe(200)

    const again = await clerk.post(`/evidence/${id}/withdrawal`, { reason: '另一个理由' })
    expect(await again.json()).toMatchObject({ evidence: { withdrawn } })
    expect(await logged('evidence.withdrawn')).toMatchObject([{ reason: '放错了' }])
    expect((await added(pdf)).id).not.toBe(id)
  })
})
