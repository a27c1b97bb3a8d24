import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { investment, type TestClient, type TestService } from './harness.ts'
import { projectRow, projects, tax } from './records.ts'
import { bodyOf } from './target-steps.ts'
import { decide } from './verification-steps.ts'

type Ids = Readonly<Record<string, string>>

/**
 * One of each thing that has an id: 新兴街道's, and the same of 和平街道. Returned are those ids that nobody could write down
 * beforehand, by the names that probes call them.
 */
export async function oneOfEach(service: TestService): Promise<Ids> {
  const office = await service.signIn('office')
  const own = await service.signIn('xinxing')
  const other = await service.signIn('heping')
  const statistics = await service.signIn('verify-statistics')
  for (const clerk of [own, other]) await service.submit(clerk, tax('1800'))
  for (const clerk of [own, other]) await service.submit(clerk, projects(projectRow('甲项目')))
  await service.submit(other, investment('6500'))

  for (const unit of ['xinxing', 'heping']) {
    const finding = { unit, veto: service.pack.vetoes[0]?.id, evidence: '据', document: '一号', decider: '甲' }
    await office.post('/findings', finding)
  }
  await office.post('/target-drafts', { title: '一', targets: {} })
  await statistics.post('/registrations', { entries: [{ code: 'T01', name: '甲项目', registeredOn: '2019-05-20' }] })
  await own.post('/units/xinxing/contacts', { contacts: [] })
  await other.post('/units/heping/contacts', { contacts: [] })
  await office.post('/panels', {
    award: 'new-projects-award',
    candidates: ['xinxing', 'heping'],
    judges: ['verify-drc', 'verify-commerce', 'leader'],
    decider: '综合考核组',
    reason: '评定科技含量',
  })

  await decide(await service.signIn('verify-finance'), '2019-000001', [{ item: 'reported', verdict: 'approve' }])
  const figures = [{ unit: 'heping', indicator: 'investment', value: '6100' }]
  await statistics.post('/verifications/supplies', { window: '2019-06-1', figures })
  await own.post('/objections', { indicator: 'tax', statement: '少计一户' })
  await other.post('/objections', { indicator: 'investment', statement: '少计一个项目' })

  for (const title of ['一', '二']) await office.post('/runs', { window: '2019-06-1', title })
  await publish(office, '2019-R02')
  const filings = await missedTasks(service, office, [own, other])
  return {
    'own batch': await batchOf(own),
    'foreign batch': await batchOf(other),
    'office batch': await batchOf(office),
    'own rectification': filings[0] ?? '',
    'foreign rectification': filings[1] ?? '',
    'own evidence': await evidenceFor(own, 'tax', 'reported'),
    'foreign evidence': await evidenceFor(other, 'projects', '2-03-0001'),
    template: await templateOf(office),
  }
}

async function publish(office: TestClient, run: string): Promise<void> {
  await office.post(`/runs/${run}/signature`, { decider: '领导小组', document: '一号' })
  await bodyOf(await office.post(`/runs/${run}/publication`, {}))
}

/** A rectification of each clerk's unit: opened by the half-year's run, for which less than half of the task was reported. */
async function missedTasks(service: TestService, office: TestClient, clerks: readonly TestClient[]) {
  service.setNow('2019-07-02T01:00:00Z')
  for (const clerk of clerks) await service.submit(clerk, tax('1500'), '2019-h1')
  await office.post('/runs', { window: '2019-h1', title: '半年考核' })
  await publish(office, '2019-R03')
  return Promise.all(
    clerks.map(async (clerk) => {
      const { rectifications } = await bodyOf<{ rectifications: { number: string }[] }>(
        await clerk.get('/rectifications'),
      )
      return rectifications[0]?.number
    }),
  )
}

/** A batch with one file that cannot be read: it is somebody's all the same. */
async function batchOf(sender: TestClient): Promise<string> {
  const given = await sender.upload('/intake', 'files', { 'a.xlsx': new TextEncoder().encode('no workbook') })
  return (await bodyOf<{ batch: { id: string } }>(given)).batch.id
}

async function evidenceFor(clerk: TestClient, form: string, item: string): Promise<string> {
  const given = await clerk.upload(
    '/evidence',
    'file',
    { '批复.pdf': new TextEncoder().encode('%PDF-1.4') },
    { form, item },
  )
  return (await bodyOf<{ evidence: { id: string } }>(given)).evidence.id
}

async function templateOf(office: TestClient): Promise<string> {
  const annex = readFileSync(join(import.meta.dirname, 'annexes/annex-4.xlsx'))
  const given = await office.upload('/templates', 'file', { 'annex-4.xlsx': annex })
  return (await bodyOf<{ template: { id: string } }>(given)).template.id
}
