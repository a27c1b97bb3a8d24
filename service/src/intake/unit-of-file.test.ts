import { beforeEach, describe, expect, it } from 'vitest'
import { filledGrid } from '../testing/filled-grid.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { gridOf, handInFiles, mailedWorkbook, outcomeOf, workbookOf } from '../testing/mailed.ts'
import { projectRow } from '../testing/records.ts'
import type { BatchView } from './view.ts'

let service: TestService
let office: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
})

describe('the unit of a file', () => {
  it('is told by its caption, with the rows of others left out', async () => {
    const grid = await gridOf(office, 'investment', 'xinxing')
    const both = filledGrid(filledGrid(grid, '新兴街道', { reported: '6500' }), '和平街道', { reported: '1' })
    const batch = await handInFiles(office, { 'a.xlsx': await workbookOf(both) })
    expect(outcomeOf(batch)).toMatchObject({
      unit: 'xinxing',
      foreign: [{ sheet: '固定资产投资任务分解表', address: 'D8' }],
    })
  })

  it('is told by the name of the file where the sheet says nothing', async () => {
    const file = await mailedWorkbook(office, 'projects', '', {}, { projects: [projectRow('一号')] })
    expect(outcomeOf(await handInFiles(office, { '附件2（平安西部街道）.xlsx': file }))).toMatchObject({
      unit: 'pingan-xibu',
    })
  })

  it('is asked for where it is unclear, and taken from the office', async () => {
    const grid = await gridOf(office, 'investment')
    const both = filledGrid(filledGrid(grid, '新兴街道', { reported: '6500' }), '和平街道', { reported: '6000' })
    const batch = await handInFiles(office, { 'a.xlsx': await workbookOf(both) })
    expect(outcomeOf(batch)).toEqual({ kind: 'unit-unclear', form: 'investment', candidates: ['xinxing', 'heping'] })
    const response = await office.post(`/intake/${batch.id}/entries/1`, { unit: 'heping' })
    expect(outcomeOf(((await response.json()) as { batch: BatchView }).batch)).toMatchObject({
      unit: 'heping',
      cells: [{ text: '6000' }],
      foreign: [{ address: 'D7' }],
    })
  })
})
