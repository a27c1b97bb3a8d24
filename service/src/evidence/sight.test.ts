import { beforeAll, describe, expect, it } from 'vitest'
import type { EvidenceFile } from './evidence-file.ts'
import { added, listed, pdfOf } from '../testing/evidence-steps.ts'
import { testService, type TestService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'

let service: TestService
const files = new Map<string, EvidenceFile>()
beforeAll(async () => {
  service = await testService()
  const clerk = await service.signIn('xinxing')
  const { numbers } = await service.submit(clerk, projects(projectRow('甲项目')))
  files.set('tax', await added(clerk, pdfOf('税')))
  files.set('investment', await added(clerk, pdfOf('资'), { form: 'investment' }))
  files.set('projects', await added(clerk, pdfOf('项'), { form: 'projects', item: numbers[0]?.number ?? '' }))
  files.set('heping', await added(await service.signIn('heping'), pdfOf('税')))
})

/** Which of 新兴街道's files somebody is told of, and which of all that person can open. */
async function seen(username: string, query = '?unit=xinxing') {
  const client = await service.signIn(username)
  const told = await listed(client, query)
  const opened: string[] = []
  for (const [name, { id }] of files) {
    const { status } = await client.get(`/evidence/${id}/file`)
    if (status === 200) opened.push(name)
    else expect(status).toBe(404)
  }
  return { told: told.map(({ form }) => form), opened }
}

describe('files of a unit', () => {
  const all = ['tax', 'investment', 'projects']
  it.each([
    ['xinxing', all, all],
    ['office', all, [...all, 'heping']],
    ['leader', all, [...all, 'heping']],
    ['verify-finance', ['tax'], ['tax', 'heping']],
    ['verify-statistics', ['investment', 'projects'], ['investment', 'projects']],
  ])('are seen by %s as the figures themselves are', async (username, told, opened) => {
    expect(await seen(username)).toEqual({ told, opened })
  })

  it('are not there for a bureau that verifies nothing of the unit', async () => {
    const commerce = await service.signIn('verify-commerce')
    expect((await commerce.get('/evidence?unit=xinxing')).status).toBe(404)
    for (const { id } of files.values()) expect((await commerce.get(`/evidence/${id}/file`)).status).toBe(404)
  })

  it('can be asked for by the form', async () => {
    expect((await seen('xinxing', '?form=projects')).told).toEqual(['projects'])
    expect((await seen('office', '?unit=xinxing&form=tax')).told).toEqual(['tax'])
  })

  it('are of the clerk’s own unit unless somebody asks for another’s, which has to be named', async () => {
    expect((await seen('xinxing', '')).told).toEqual(all)
    expect((await (await service.signIn('office')).get('/evidence')).status).toBe(400)
    expect((await (await service.signIn('office')).get('/evidence?unit=nowhere')).status).toBe(404)
    expect((await (await service.signIn('office')).get('/evidence?unit=xinxing&form=none')).status).toBe(404)
    expect((await (await service.signIn('xinxing')).get('/evidence?unit=heping')).status).toBe(404)
    expect((await (await service.signIn('verify-finance')).get('/evidence?unit=xinxing&form=projects')).status).toBe(
      404,
    )
  })
})
