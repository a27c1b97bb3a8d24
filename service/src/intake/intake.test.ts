import { beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '../reports/receipt.ts'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { acceptFiles, handInFiles, mailedWorkbook, outcomeOf } from '../testing/mailed.ts'
import { projectRow, projects } from '../testing/records.ts'
import type { Outcome } from './outcome.ts'
import type { BatchView } from './view.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
})

type Checked = Extract<Outcome, { kind: 'checked' }>

describe('a file handed in by the office', () => {
  it('is only looked at first: every cell with what would become of it', async () => {
    const batch = await handInFiles(office, {
      '附件1.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500', note: '已核' }),
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
    const batch = await handInFiles(office, {
      '附件2.xlsx': await mailedWorkbook(office, 'projects', '新兴街道', {}, { projects: rows }, 'xinxing'),
    })
    const first = await acceptFiles(office, batch)
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
    const batch = await handInFiles(office, {
      '新兴.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' }),
    })
    await acceptFiles(office, batch)
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
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' }),
    })
    await Promise.all([acceptFiles(office, batch), acceptFiles(office, batch)])
    const again = await acceptFiles(office, batch)
    expect(again.turnedDown).toEqual([])
    expect(outcomeOf(again.batch)).toMatchObject({ kind: 'accepted', receipt: '2019-000001' })
    expect((await service.db.selectFrom('submission').selectAll().execute()).length).toBe(1)
  })

  it('does not replace a report that came after it was shown', async () => {
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' }),
    })
    await service.submit(clerk, investment('7000'))
    const { turnedDown, batch: after } = await acceptFiles(office, batch)
    expect(turnedDown).toMatchObject([
      { seq: 1, problem: { type: '/problems/standing-outdated', current: '2019-000001' } },
    ])
    expect(outcomeOf(after)).toMatchObject({ kind: 'checked', against: '2019-000001' })
  })

  it('shows what is unchanged since the last report', async () => {
    await service.submit(clerk, investment('6500'))
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500', note: '新' }),
    })
    expect((outcomeOf(batch) as Checked).cells.map(({ path, status }) => [path, status])).toEqual([
      ['reported', 'unchanged'],
      ['note', 'accepted'],
    ])
  })

  it('with a red cell says so at the cell, and is turned down', async () => {
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '约3亿' }),
    })
    const outcome = outcomeOf(batch) as Checked
    expect(outcome).toMatchObject({ state: 'red', cells: [{ path: 'reported', address: 'D7', status: 'refused' }] })
    expect((await acceptFiles(office, batch)).turnedDown).toMatchObject([
      { problem: { type: '/problems/red-verdicts' } },
    ])
  })

  it('with an amber cell wants a sentence', async () => {
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '1.3' }),
    })
    const { missing, state } = outcomeOf(batch) as Checked
    expect(state).toBe('amber')
    expect((await acceptFiles(office, batch)).turnedDown).toMatchObject([
      { problem: { type: '/problems/reasons-missing' } },
    ])
    const reasons = Object.fromEntries(missing.map((key) => [key, '已与台账核对']))
    expect((await acceptFiles(office, batch, { 1: reasons })).turnedDown).toEqual([])
  })

  it('without a figure is 空表 and says so', async () => {
    const file = await mailedWorkbook(office, 'investment', '新兴街道', {}, {}, 'xinxing')
    expect(outcomeOf(await handInFiles(office, { 'a.xlsx': file }))).toMatchObject({ state: 'empty', unit: 'xinxing' })
  })
})

describe('a clerk', () => {
  it('hands in what is its own, and nothing of another unit', async () => {
    const batch = await handInFiles(clerk, {
      'own.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' }),
      'other.xlsx': await mailedWorkbook(office, 'investment', '和平街道', { reported: '6500' }, {}, 'heping'),
    })
    expect([outcomeOf(batch), outcomeOf(batch, 2)]).toMatchObject([{ unit: 'xinxing' }, { kind: 'other-unit' }])
    expect((await acceptFiles(clerk, batch)).turnedDown).toEqual([])
    const units = await service.db.selectFrom('submission').select('unit').execute()
    expect(units).toEqual([{ unit: 'xinxing' }])
  })

  it('does not see the batches of others', async () => {
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' }),
    })
    expect((await clerk.get(`/intake/${batch.id}`)).status).toBe(404)
    expect((await clerk.post(`/intake/${batch.id}/acceptance`, { entries: [{ seq: 1, against: null }] })).status).toBe(
      404,
    )
  })
})

describe('a batch', () => {
  it('is gone after a week, what was accepted of it stays', async () => {
    const batch = await handInFiles(office, {
      'a.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' }),
    })
    await acceptFiles(office, batch)
    service.setNow('2019-06-26T01:00:00Z')
    expect((await office.get(`/intake/${batch.id}`)).status).toBe(404)
    await handInFiles(office, { 'b.xlsx': new Uint8Array([1]) })
    expect((await service.db.selectFrom('intake_batch').selectAll().execute()).length).toBe(1)
    expect((await service.db.selectFrom('submission').selectAll().execute()).length).toBe(1)
  })

  it('for a closed window is turned down like any report', async () => {
    const file = await mailedWorkbook(office, 'investment', '新兴街道', { reported: '6500' })
    const response = await office.upload('/intake', 'files', { 'a.xlsx': file }, { window: '2019-03-1' })
    const { batch } = (await response.json()) as { batch: BatchView }
    expect(outcomeOf(batch)).toMatchObject({ state: 'turned-down', problem: { type: '/problems/window-closed' } })
    expect((await acceptFiles(office, batch)).turnedDown).toMatchObject([
      { problem: { type: '/problems/window-closed' } },
    ])
  })

  it('wants files', async () => {
    expect((await office.post('/intake', {})).status).toBe(400)
    expect((await office.upload('/intake', 'files', {})).status).toBe(400)
  })
})
