import { describe, expect, it } from 'vitest'
import { added, listed, logged, pdfOf, send } from '../testing/evidence-steps.ts'
import { testService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'
import { problem } from '../testing/verification-steps.ts'
import { ordinaryCaps } from './caps.ts'

const setUp = async (caps: Partial<typeof ordinaryCaps> = {}) => {
  const service = await testService({ evidenceCaps: { ...ordinaryCaps, ...caps } })
  return { service, clerk: await service.signIn('xinxing') }
}

describe('what is added', () => {
  it('is a file of a kind that is taken; else it is said what to do', async () => {
    const { clerk } = await setUp()
    const page = new TextEncoder().encode('<!doctype html>')
    expect(await problem(await send(clerk, page, { name: '批复.pdf' }))).toMatchObject({
      status: 422,
      type: '/problems/evidence-refused',
      reason: 'other',
      detail: expect.stringContaining('PDF'),
    })
    expect(await listed(clerk)).toEqual([])
  })

  it('is for a figure of a form, or for a row whose number this very unit was given', async () => {
    const { service, clerk } = await setUp()
    const { numbers } = await service.submit(await service.signIn('heping'), projects(projectRow('甲项目')))
    const foreign = numbers[0]?.number ?? ''
    await service.submit(clerk, projects(projectRow('甲项目')))
    for (const [given, path] of [
      [{ form: 'none' }, 'form'],
      [{ item: 'note' }, 'item'],
      [{ item: 'none' }, 'item'],
      [{ form: 'projects', item: foreign }, 'item'],
      [{ form: 'funds', item: '2-02-0001' }, 'item'],
      [{ form: 'projects', item: 'x'.repeat(100_000) }, 'item'],
    ] as const) {
      expect(await problem(await send(clerk, pdfOf('一'), given)), JSON.stringify(given).slice(0, 80)).toMatchObject({
        ...{ status: 400, type: '/problems/invalid-request' },
        issues: [{ path, message: expect.stringContaining('没有这') }],
      })
    }
    expect((await send(clerk, pdfOf('一'), { form: 'projects', item: '2-02-0001' })).status).toBe(201)
  })

  it('is one file, with its form and item beside it', async () => {
    const { clerk } = await setUp()
    const [one, two] = [pdfOf('一'), pdfOf('二')]
    const at = { form: 'tax', item: 'reported' }
    expect((await clerk.upload('/evidence', 'file', { '1.pdf': one, '2.pdf': two }, at)).status).toBe(400)
    expect((await clerk.upload('/evidence', 'other', { '1.pdf': one }, at)).status).toBe(400)
    expect((await clerk.upload('/evidence', 'file', { '1.pdf': one })).status).toBe(400)
    expect((await clerk.post('/evidence', at)).status).toBe(400)
    expect(await listed(clerk)).toEqual([])
  })

  it('is no larger than a file may be', async () => {
    const { clerk } = await setUp({ fileBytes: 1000 })
    const sized = (size: number) => pdfOf('x'.repeat(size - pdfOf('').length))
    expect(await (await clerk.get('/evidence')).json()).toMatchObject({ largestFile: 1000 })
    expect((await send(clerk, sized(1000))).status).toBe(201)
    const tooLarge = { status: 413, type: '/problems/too-large' }
    expect(await problem(await send(clerk, sized(1001)))).toMatchObject({ ...tooLarge, limit: 1000 })
    // Far larger: turned away before it is read.
    expect(await problem(await send(clerk, sized(100_000)))).toMatchObject(tooLarge)
  })
})

describe('an item', () => {
  it('has a bounded number of files, those withdrawn aside', async () => {
    const { clerk } = await setUp({ itemFiles: 2 })
    const { id } = await added(clerk, pdfOf('一'))
    await added(clerk, pdfOf('二'))
    expect(await problem(await send(clerk, pdfOf('三')))).toMatchObject({
      ...{ status: 409, type: '/problems/evidence-full', cap: 'item', limit: 2 },
      detail: expect.stringContaining('撤回'),
    })
    expect((await send(clerk, pdfOf('二'))).status).toBe(200)
    expect((await send(clerk, pdfOf('三'), { form: 'investment' })).status).toBe(201)
    await clerk.post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
    expect((await send(clerk, pdfOf('三'))).status).toBe(201)
  })

  it('keeps to it when files come at the same moment', async () => {
    const { service, clerk } = await setUp({ itemFiles: 2 })
    const answers = await Promise.all(['一', '二', '三', '四', '五'].map((words) => send(clerk, pdfOf(words))))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409, 409])
    expect(await listed(clerk)).toHaveLength(2)
    expect(await logged(service, 'evidence.added')).toHaveLength(2)
  })
})

describe('a unit', () => {
  it('has room for so many bytes, which what it withdrew goes on taking', async () => {
    const { service, clerk } = await setUp({ unitBytes: 1500 })
    const { id } = await added(clerk, pdfOf('一'.repeat(300)))
    await clerk.post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
    const large = pdfOf('二'.repeat(300))
    expect(await problem(await send(clerk, large, { form: 'investment' }))).toMatchObject({
      ...{ status: 409, type: '/problems/evidence-full', cap: 'unit', limit: 1500 },
      detail: expect.stringContaining('办公室'),
    })
    expect((await send(await service.signIn('heping'), large)).status).toBe(201)
  })
})
