import { beforeEach, describe, expect, it } from 'vitest'
import { added, fileOf, listed, logged, pdfOf, send, sha256Of } from '../testing/evidence-steps.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects, tax } from '../testing/records.ts'
import { decide, queueOf } from '../testing/verification-steps.ts'

const pdf = pdfOf('立项批复')
/** More than one piece of it lies in the store. */
const large = new Uint8Array(300_000).map((_, at) => at % 251)
large.set(pdf)

let service: TestService
let clerk: TestClient
let finance: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  finance = await service.signIn('verify-finance')
})

describe('an evidence file', () => {
  it('is kept with its hash, and handed out byte by byte as it came', async () => {
    const evidence = await added(clerk, large)
    expect(evidence).toEqual({
      id: expect.any(String),
      form: 'tax',
      item: 'reported',
      name: '批复.pdf',
      mediaType: 'application/pdf',
      size: 300_000,
      sha256: sha256Of(large),
      addedBy: '新兴街道',
      addedAt: '2019-06-18T01:00:00.000Z',
      withdrawn: null,
    })
    expect(await listed(clerk)).toEqual([evidence])
    expect(await fileOf(clerk, evidence)).toEqual(large)
  })

  it('does nothing on our pages, whatever is in it', async () => {
    const page = await added(clerk, pdfOf('<script>alert(1)</script>'), { name: '一.html' })
    const file = await clerk.get(`/evidence/${page.id}/file`)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(page.size),
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent('一.html.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('is there once, however often it is sent for the same item', async () => {
    const [first, ...others] = await Promise.all([send(clerk, large), send(clerk, large), send(clerk, large)])
    const answers = [first, ...others, await send(clerk, large, { name: '改名.pdf' })]
    expect(answers.map((answer) => answer?.status).toSorted()).toEqual([200, 200, 200, 201])
    const [evidence, ...more] = await listed(clerk)
    expect(more).toEqual([])
    for (const answer of answers) expect(await answer?.json()).toEqual({ evidence })
    expect(await logged(service, 'evidence.added')).toHaveLength(1)
    expect((await added(clerk, large, { form: 'investment' })).name).toBe('批复.pdf')
  })

  it('stands in the queue beside its number alone, and in the log of the decision by its hash', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    await service.submit(await service.signIn('heping'), tax('1700'))
    const evidence = await added(clerk, pdf)
    const { reports } = await queueOf(finance)
    expect(reports.map(({ unit, items }) => [unit.id, items.map((item) => item.evidence)]).toSorted()).toEqual([
      ['heping', [[]]],
      ['xinxing', [[evidence]]],
    ])

    await decide(finance, number, [{ item: 'reported', verdict: 'approve' }])
    await clerk.post(`/evidence/${evidence.id}/withdrawal`, { reason: '放错了' })
    await decide(finance, number, [{ item: 'reported', verdict: 'adjust', adjustment: { value: '1' }, reason: '无据' }])
    const entries = await logged(service, 'figure.verified')
    expect(entries.map(({ after }) => (JSON.parse(after ?? '') as { evidence?: unknown }).evidence)).toEqual([
      [{ item: 'reported', sha256: sha256Of(pdf) }],
      undefined,
    ])
  })

  it('stands in the log of a report that was returned as a whole', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    await added(clerk, pdf)
    await decide(finance, number, [{ item: '*', verdict: 'return', reason: '重报' }])
    const [entry] = await logged(service, 'report.returned')
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ evidence: [{ item: 'reported', sha256: sha256Of(pdf) }] })
  })

  it('belongs to a row by the number that the row was given, and stays with it in later reports', async () => {
    const { numbers } = await service.submit(clerk, projects(projectRow('甲项目')))
    const item = numbers[0]?.number ?? ''
    const evidence = await added(clerk, pdf, { form: 'projects', item })
    await service.submit(
      clerk,
      projects(projectRow('乙项目'), projectRow('甲项目', { number: item, totalInvestment: '7000' })),
    )
    const commerce = await service.signIn('verify-drc')
    const [report] = (await queueOf(commerce)).reports
    expect(report?.items.map((one) => one.evidence)).toEqual([[], [evidence]])
  })

  it('is taken when the window is closed, too: it changes no figure', async () => {
    await (
      await service.signIn('office')
    ).post('/windows/2019-06-1/lock', { locked: true, decider: '甲', reason: '截止' })
    service.setNow('2019-12-01T01:00:00Z')
    expect((await added(clerk, pdf)).addedAt).toBe('2019-12-01T01:00:00.000Z')
  })

  it('leaves lines in the log, of the service without its name', async () => {
    const { id } = await added(clerk, pdf)
    await clerk.post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
    const what = { unit: 'xinxing', form: 'tax', item: 'reported', name: '批复.pdf' }
    const whole = JSON.stringify({ ...what, size: pdf.length, sha256: sha256Of(pdf) })
    expect(await logged(service, 'evidence.added')).toMatchObject([{ actor: 'xinxing', after: whole, reason: null }])
    expect(await logged(service, 'evidence.withdrawn')).toMatchObject([
      { before: whole, after: null, reason: '放错了' },
    ])
    expect(JSON.stringify(service.lines)).not.toMatch(/批复|放错了/)
  })
})

describe('a file that is withdrawn', () => {
  const withdrawn = { at: '2019-06-18T01:00:00.000Z', by: '新兴街道', reason: '放错了' }

  it('stays, with the reason, for everybody who saw it', async () => {
    await service.submit(clerk, tax('1800'))
    const evidence = await added(clerk, pdf)
    const response = await clerk.post(`/evidence/${evidence.id}/withdrawal`, { reason: '放错了' })
    expect(await response.json()).toEqual({ evidence: { ...evidence, withdrawn } })
    expect((await queueOf(finance)).reports[0]?.items[0]?.evidence).toEqual([{ ...evidence, withdrawn }])
    expect(await fileOf(finance, evidence)).toEqual(pdf)
  })

  it('is not withdrawn a second time', async () => {
    const { id } = await added(clerk, pdf)
    await clerk.post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
    service.setNow('2019-06-18T02:00:00Z')
    const again = await clerk.post(`/evidence/${id}/withdrawal`, { reason: '另一个理由' })
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ evidence: { withdrawn } })
    expect(await logged(service, 'evidence.withdrawn')).toHaveLength(1)
  })

  it('may be added anew, as another', async () => {
    const { id } = await added(clerk, pdf)
    await clerk.post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
    expect((await added(clerk, pdf)).id).not.toBe(id)
    expect((await listed(clerk)).map((one) => one.withdrawn)).toEqual([withdrawn, null])
  })

  it('has a reason', async () => {
    const { id } = await added(clerk, pdf)
    expect((await clerk.post(`/evidence/${id}/withdrawal`, { reason: ' ' })).status).toBe(400)
    expect((await listed(clerk))[0]?.withdrawn).toBeNull()
  })
})
