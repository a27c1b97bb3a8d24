import type { Cells, FormGrid } from '@kaohe/shared-rules'
import { expect, it } from 'vitest'
import type { Receipt } from '../reports/receipt.ts'
import { filledGrid } from '../testing/filled-grid.ts'
import { testService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import type { BatchView } from './view.ts'

const completed = { stage: '竣工', startDate: '2019-01-10', completionDate: '2019-06-10' }

it('a file of a unit with a removed project is accepted, and the project goes on counting', async () => {
  const service = await testService()
  const [office, clerk, drc] = [
    await service.signIn('office'),
    await service.signIn('xinxing'),
    await service.signIn('verify-drc'),
  ]
  const other: Cells = projectRow('乙', { startDate: '2019-02-02' })
  const first = await service.submit(clerk, projects(projectRow('甲', completed), other))
  await drc.post('/verifications', { report: first.number, decisions: [], rest: 'approve' })
  const removal = { decider: '区发改局', reason: '竣工验收' }
  expect((await drc.post(`/projects/${first.numbers[0]?.number}/removal`, removal)).status).toBe(200)
  service.setNow('2019-07-02T01:00:00Z')

  const grid = (await (await office.get('/forms/projects/grid?unit=xinxing')).json()) as FormGrid
  const rows = { projects: [{ ...other, number: first.numbers[1]?.number ?? null }] }
  const file = await writeWorkbook(filledGrid(grid, '新兴街道', {}, rows), new Date(0))
  const answer = await office.upload('/intake', 'files', { 'a.xlsx': file }, { window: '2019-h1' })
  const { batch } = (await answer.json()) as { batch: BatchView }
  const [entry] = batch.entries
  const missing = entry?.outcome.kind === 'checked' ? entry.outcome.missing : []
  const reasons = Object.fromEntries(missing.map((key) => [key, '已与台账核对']))
  const accepted = await office.post(`/intake/${batch.id}/acceptance`, {
    entries: [{ seq: 1, against: first.number, reasons }],
  })
  expect(await accepted.json()).toMatchObject({
    turnedDown: [],
    batch: { entries: [{ outcome: { kind: 'accepted' } }] },
  })

  const { receipt } = await service.db
    .selectFrom('submission')
    .select('receipt')
    .where('window', '=', '2019-h1')
    .executeTakeFirstOrThrow()
  const completions = ({ indicators }: Receipt) => indicators.find(({ indicator }) => indicator === 'completions')
  expect(completions(JSON.parse(receipt) as Receipt)).toEqual(completions(first))
})
