import { readForm, recognise, snapshotOfGrid, type Cells, type FormGrid } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '../reports/receipt.ts'
import { filledGrid } from '../testing/filled-grid.ts'
import { investment, testService } from '../testing/harness.ts'
import { hostileFiles } from '../testing/hostile-files.ts'
import { projectRow, projects } from '../testing/records.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import type { Outcome } from './outcome.ts'
import type { BatchView } from './view.ts'

let service: Awaited<ReturnType<typeof testService>>
let office: Awaited<ReturnType<typeof service.signIn>>
let clerk: Awaited<ReturnType<typeof service.signIn>>
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
})

type Checked = Extract<Outcome, { kind: 'checked' }>
const at = new Date('2019-06-18T01:00:00Z')

/** The office's copy of a form, or a unit's, filled in for a unit. */
async function workbook(
  form: string,
  unit: string,
  cells: Cells,
  ledgers: Record<string, readonly Cells[]> = {},
  owner = '',
) {
  const grid = (await (await office.get(`/forms/${form}/grid${owner && `?unit=${owner}`}`)).json()) as FormGrid
  return writeWorkbook(filledGrid(grid, unit, cells, ledgers), at)
}
async function handIn(who: typeof office, files: Record<string, Uint8Array>): Promise<BatchView> {
  const response = await who.upload('/intake', 'files', files)
  expect(response.status).toBe(201)
  return ((await response.json()) as { batch: BatchView }).batch
}
const outcomeOf = (batch: BatchView, seq = 1): Outcome | undefined =>
  batch.entries.find((each) => each.seq === seq)?.outcome
async function accept(who: typeof office, batch: BatchView, more: Record<string, Record<string, string>> = {}) {
  const entries = batch.entries.flatMap(({ seq, outcome }) =>
    outcome.kind === 'checked' ? [{ seq, against: outcome.against, reasons: more[seq] ?? {} }] : [],
  )
  const response = await who.post(`/intake/${batch.id}/acceptance`, { entries })
  return (await response.json()) as { batch: BatchView; turnedDown: { seq: number; problem: { type: string } }[] }
}

describe('a file handed in by the office', () => {
  it('is only looked at first: every cell with what would become of it', async () => {
    const batch = await handIn(office, {
      '附件1.xlsx': await workbook('investment', '新兴街道', { reported: '6500', note: '已核' }),
    })
    expect(outcomeOf(batch)).toMatchObject({
      kind: 'checked',
      form: 'investment',
      unit: 'xinxing',
      state: 'green',
      against: null,
      cells: [
        { path: 'reported', text: '6500', status: 'accepted', address: 'D7' },
        { path: 'note', text: '已核', status: 'accepted' },
      ],
    })
    expect((await service.db.selectFrom('submission').selectAll().execute()).length).toBe(0)
  })

  it('once accepted is the very report the pane would have sent', async () => {
    const rows = [projectRow('一号'), projectRow('二号', { startDate: '2019-04-02' })]
    const batch = await handIn(office, {
      '附件2.xlsx': await workbook('projects', '新兴街道', {}, { projects: rows }, 'xinxing'),
    })
    const first = await accept(office, batch)
    expect(first.turnedDown).toEqual([])

    const other = await testService()
    const pane = await other.submit(await other.signIn('xinxing'), projects(...rows))
    const [taken] = await service.db.selectFrom('submission').selectAll().execute()
    const { receivedAt: _, ...receipt } = JSON.parse(taken?.receipt ?? '') as Receipt
    const { receivedAt: __, ...expected } = pane
    expect(receipt).toEqual(expected)
    const [sent] = await other.db.selectFrom('submission').selectAll().execute()
    const { account: a, idempotency_key: b, body_hash: c, ...one } = taken ?? {}
    const { account: d, idempotency_key: e, body_hash: f, ...same } = sent ?? {}
    expect([a, b, c, d, e, f].every((each) => each !== undefined)).toBe(true)
    expect(one).toEqual(same)
  })

  it('names the acting account and the file in the log', async () => {
    const batch = await handIn(office, { '新兴.xlsx': await workbook('investment', '新兴街道', { reported: '6500' }) })
    await accept(office, batch)
    const lines = await service.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('actor', '=', 'office')
      .orderBy('seq')
      .execute()
    expect(lines.map(({ action, subject }) => [action, subject])).toEqual([
      ['report.received', 'report/xinxing/investment'],
      ['intake.accepted', 'report/xinxing/investment'],
    ])
    expect(JSON.parse(lines[1]?.after ?? '')).toMatchObject({ file: '新兴.xlsx', number: '2019-000001' })
  })

  it('accepted twice is one report', async () => {
    const batch = await handIn(office, { 'a.xlsx': await workbook('investment', '新兴街道', { reported: '6500' }) })
    await Promise.all([accept(office, batch), accept(office, batch)])
    const again = await accept(office, batch)
    expect(again.turnedDown).toEqual([])
    expect(outcomeOf(again.batch)).toMatchObject({ kind: 'accepted', receipt: '2019-000001' })
    expect((await service.db.selectFrom('submission').selectAll().execute()).length).toBe(1)
  })

  it('does not replace a report that came after it was shown', async () => {
    const batch = await handIn(office, { 'a.xlsx': await workbook('investment', '新兴街道', { reported: '6500' }) })
    await service.submit(clerk, investment('7000'))
    const { turnedDown, batch: after } = await accept(office, batch)
    expect(turnedDown).toMatchObject([
      { seq: 1, problem: { type: '/problems/standing-outdated', current: '2019-000001' } },
    ])
    expect(outcomeOf(after)).toMatchObject({ kind: 'checked', against: '2019-000001' })
  })

  it('shows what is unchanged since the last report', async () => {
    await service.submit(clerk, investment('6500'))
    const batch = await handIn(office, {
      'a.xlsx': await workbook('investment', '新兴街道', { reported: '6500', note: '新' }),
    })
    expect((outcomeOf(batch) as Checked).cells.map(({ path, status }) => [path, status])).toEqual([
      ['reported', 'unchanged'],
      ['note', 'accepted'],
    ])
  })

  it('with a red cell says so at the cell, and is turned down', async () => {
    const batch = await handIn(office, { 'a.xlsx': await workbook('investment', '新兴街道', { reported: '约3亿' }) })
    const outcome = outcomeOf(batch) as Checked
    expect(outcome).toMatchObject({ state: 'red', cells: [{ path: 'reported', address: 'D7', status: 'refused' }] })
    expect((await accept(office, batch)).turnedDown).toMatchObject([{ problem: { type: '/problems/red-verdicts' } }])
  })

  it('with an amber cell wants a sentence', async () => {
    const batch = await handIn(office, { 'a.xlsx': await workbook('investment', '新兴街道', { reported: '1.3' }) })
    const { missing, state } = outcomeOf(batch) as Checked
    expect(state).toBe('amber')
    expect((await accept(office, batch)).turnedDown).toMatchObject([{ problem: { type: '/problems/reasons-missing' } }])
    const reasons = Object.fromEntries(missing.map((key) => [key, '已与台账核对']))
    expect((await accept(office, batch, { 1: reasons })).turnedDown).toEqual([])
  })

  it('without a figure is 空表 and says so', async () => {
    const file = await workbook('investment', '新兴街道', {}, {}, 'xinxing')
    expect(outcomeOf(await handIn(office, { 'a.xlsx': file }))).toMatchObject({ state: 'empty', unit: 'xinxing' })
  })
})

describe('the unit of a file', () => {
  it('is told by its caption, with the rows of others left out', async () => {
    const grid = (await (await office.get('/forms/investment/grid?unit=xinxing')).json()) as FormGrid
    const both = filledGrid(filledGrid(grid, '新兴街道', { reported: '6500' }), '和平街道', { reported: '1' })
    const batch = await handIn(office, { 'a.xlsx': await writeWorkbook(both, at) })
    expect(outcomeOf(batch)).toMatchObject({
      unit: 'xinxing',
      foreign: [{ sheet: '固定资产投资任务分解表', address: 'D8' }],
    })
  })

  it('is told by the name of the file where the sheet says nothing', async () => {
    const file = await workbook('projects', '', {}, { projects: [projectRow('一号')] })
    expect(outcomeOf(await handIn(office, { '附件2（平安西部街道）.xlsx': file }))).toMatchObject({
      unit: 'pingan-xibu',
    })
  })

  it('is asked for where it is unclear, and taken from the office', async () => {
    const grid = (await (await office.get('/forms/investment/grid')).json()) as FormGrid
    const both = filledGrid(filledGrid(grid, '新兴街道', { reported: '6500' }), '和平街道', { reported: '6000' })
    const batch = await handIn(office, { 'a.xlsx': await writeWorkbook(both, at) })
    expect(outcomeOf(batch)).toEqual({ kind: 'unit-unclear', form: 'investment', candidates: ['xinxing', 'heping'] })
    const response = await office.post(`/intake/${batch.id}/entries/1`, { unit: 'heping' })
    expect(outcomeOf(((await response.json()) as { batch: BatchView }).batch)).toMatchObject({
      unit: 'heping',
      cells: [{ text: '6000' }],
      foreign: [{ address: 'D7' }],
    })
  })
})

describe('a clerk', () => {
  it('hands in what is its own, and nothing of another unit', async () => {
    const batch = await handIn(clerk, {
      'own.xlsx': await workbook('investment', '新兴街道', { reported: '6500' }),
      'other.xlsx': await workbook('investment', '和平街道', { reported: '6500' }, {}, 'heping'),
    })
    expect([outcomeOf(batch), outcomeOf(batch, 2)]).toMatchObject([{ unit: 'xinxing' }, { kind: 'other-unit' }])
    expect((await accept(clerk, batch)).turnedDown).toEqual([])
    const units = await service.db.selectFrom('submission').select('unit').execute()
    expect(units).toEqual([{ unit: 'xinxing' }])
  })

  it('does not see the batches of others', async () => {
    const batch = await handIn(office, { 'a.xlsx': await workbook('investment', '新兴街道', { reported: '6500' }) })
    expect((await clerk.get(`/intake/${batch.id}`)).status).toBe(404)
    expect((await clerk.post(`/intake/${batch.id}/acceptance`, { entries: [{ seq: 1, against: null }] })).status).toBe(
      404,
    )
  })
})

describe('files that cannot be read', () => {
  it('are told apart by their reason, while the service goes on answering', async () => {
    const made = Object.entries(hostileFiles).map(([name, make]) => ({ name, ...make() }))
    const reading = handIn(office, Object.fromEntries(made.map(({ name, file }) => [name, file])))
    const alive = await Promise.race([service.request('/livez'), reading])
    expect(alive).toMatchObject({ status: 200 })
    const { entries } = await reading
    const answers = entries.map(({ outcome }) => (outcome.kind === 'unreadable' ? outcome.reason : 'read'))
    expect(answers).toEqual(made.map(({ expected }) => expected))
  })

  it('are not forms we know: the heads that were looked for are named', async () => {
    const file = hostileFiles['a name over the whole sheet']?.().file ?? new Uint8Array()
    const outcome = outcomeOf(await handIn(office, { 'a.xlsx': file }))
    expect(outcome?.kind === 'unrecognised' && outcome.tried[0]?.missing.length).toBeGreaterThan(0)
  })

  it('are listed with every other fault, as text that no spreadsheet runs', async () => {
    const batch = await handIn(office, {
      '=cmd.xlsx': hostileFiles['macros']?.().file ?? new Uint8Array(),
      'b.xlsx': await workbook('investment', '新兴街道', { reported: '约3亿' }),
    })
    const csv = await (await office.get(`/intake/${batch.id}/list`)).text()
    expect(csv).toContain("'=cmd.xlsx,,,,,须改正,文件含有宏，请另存为不含宏的 .xlsx 后再试")
    expect(csv).toMatch(/b\.xlsx,新兴街道,附件1,固定资产投资任务分解表,D7,须改正,/)
  })
})

describe('a batch', () => {
  it('is gone after a week, what was accepted of it stays', async () => {
    const batch = await handIn(office, { 'a.xlsx': await workbook('investment', '新兴街道', { reported: '6500' }) })
    await accept(office, batch)
    service.setNow('2019-06-26T01:00:00Z')
    expect((await office.get(`/intake/${batch.id}`)).status).toBe(404)
    await handIn(office, { 'b.xlsx': new Uint8Array([1]) })
    expect((await service.db.selectFrom('intake_batch').selectAll().execute()).length).toBe(1)
    expect((await service.db.selectFrom('submission').selectAll().execute()).length).toBe(1)
  })

  it('for a closed window is turned down like any report', async () => {
    const file = await workbook('investment', '新兴街道', { reported: '6500' })
    const response = await office.upload('/intake', 'files', { 'a.xlsx': file }, { window: '2019-03-1' })
    const { batch } = (await response.json()) as { batch: BatchView }
    expect(outcomeOf(batch)).toMatchObject({ state: 'turned-down', problem: { type: '/problems/window-closed' } })
    expect((await accept(office, batch)).turnedDown).toMatchObject([{ problem: { type: '/problems/window-closed' } }])
  })

  it('wants files', async () => {
    expect((await office.post('/intake', {})).status).toBe(400)
    expect((await office.upload('/intake', 'files', {})).status).toBe(400)
  })
})

describe('a workbook that a clerk has', () => {
  it('becomes a grid with its own cells open, which reads as the file does', async () => {
    const rows = [projectRow('一号'), projectRow('二号')]
    const file = await workbook('projects', '新兴街道', { note: '已核' }, { projects: rows }, 'xinxing')
    const response = await clerk.upload('/intake/grid', 'file', { '我的表.xlsx': file })
    const { grid, recognised } = (await response.json()) as { grid: FormGrid; recognised: string }
    expect(recognised).toBe('projects')
    expect(grid).toMatchObject({ form: 'projects', owner: 'xinxing', fileName: '我的表.xlsx' })
    const unit = service.units.find(({ id }) => id === 'xinxing')
    const snapshot = snapshotOfGrid(grid)
    const seen = recognise(service.pack.forms, snapshot, service.units)
    if (seen.kind !== 'recognised' || !unit) throw new Error('not recognised')
    expect(readForm(seen.form, seen.binding, snapshot, unit)).toMatchObject({
      record: { cells: { note: '已核' }, ledgers: { projects: rows } },
    })
    const [matrix, ledger] = grid.sheets
    expect(matrix?.cells.filter(({ locked }) => !locked).map(({ value }) => value)).toEqual(['已核'])
    expect(ledger?.cells.filter(({ locked, value }) => !locked && value === '').length).toBeGreaterThan(100)
  })

  it('that cannot be read is refused with the reason', async () => {
    const response = await clerk.upload('/intake/grid', 'file', {
      'a.xlsx': hostileFiles['a password']?.().file ?? new Uint8Array(),
    })
    expect(await response.json()).toMatchObject({ type: '/problems/unreadable-file', reason: 'password' })
  })
})
