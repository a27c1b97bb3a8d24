import { layoutForm } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../service/src/workbooks/write-workbook.ts'
import { memoryKeep } from '../src/api/keep.ts'
import { checkCommand } from '../src/commands/check-command.ts'
import { rankingCommand } from '../src/commands/ranking-command.ts'
import { submitCommand } from '../src/commands/submit-command.ts'
import { outbox } from '../src/features/submitting/outbox.ts'
import texts from '../src/i18n/ranking.zh-CN.json' with { type: 'json' }
import { createTexts } from '../src/i18n/texts.ts'
import { pack, targets, units } from '../src/testing/campaign.ts'
import { excelReportSheets } from '../src/workbook/excel-report-sheets.ts'
import { excelWorkbook } from '../src/workbook/excel-workbook.ts'
import { useExcel } from './excel-bench.ts'
import { openWorkbook, type FakeExcel } from './fake-excel/fake-excel.ts'
import { serviceOnTheWire } from './faults/service-on-the-wire.ts'

const sheet = '固定资产投资任务分解表'

/** 附件1 of 新兴街道 open in Excel at the oldest set, the real service behind it, nobody signed in or somebody. */
async function machine(username: string | null) {
  const form = pack.forms.find(({ id }) => id === 'investment')
  if (!form) throw new Error('no form')
  const options = { units, targets, totals: {}, owner: 'xinxing', sample: true, indicators: pack.indicators }
  const grid = layoutForm(form, options)
  const host: FakeExcel = await openWorkbook(await writeWorkbook(grid, new Date(0)), grid.fileName)
  useExcel(host, '1.9')
  const wire = await serviceOnTheWire(username ?? 'xinxing')
  const keep = memoryKeep()
  let keys = 0
  const deps = {
    api: wire.client,
    keep,
    sessions: {
      read: () => (username === null ? null : { username, token: wire.token, expiresAt: Infinity }),
      save: () => undefined,
      clear: () => undefined,
    },
    workbook: excelWorkbook(),
    reportSheets: excelReportSheets(),
    t: createTexts({ ranking: texts }).of('ranking'),
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    newId: () => `key-${String(++keys)}-xxxxxxxx`,
  }
  return { host, wire, keep, deps, type: (value: string | number) => host.user.type(sheet, 'D7', value) }
}

describe('提交 on the ribbon', () => {
  let bench: Awaited<ReturnType<typeof machine>>
  beforeEach(async () => {
    bench = await machine('xinxing')
  })

  it('sends what is all green in that press, and has the receipt', async () => {
    bench.type(12900)
    const outcome = await submitCommand(bench.deps)
    expect(outcome).toMatchObject({ kind: 'received', window: '6月上半月', receipt: { form: 'investment' } })
    expect(await bench.wire.stored()).toHaveLength(1)
    expect(await outbox(bench.keep, 'xinxing', '').waiting()).toEqual([])
    expect(bench.host.writes).toEqual([])
  })

  it('never lets an amber figure go without its sentence', async () => {
    bench.type(22)
    const outcome = await submitCommand(bench.deps)
    expect(outcome).toMatchObject({ kind: 'open', findings: [{ severity: 'amber' }] })
    expect(await bench.wire.stored()).toEqual([])
  })

  it('sends nothing red, and nothing empty, and nothing twice', async () => {
    expect(await submitCommand(bench.deps)).toMatchObject({ kind: 'open' })
    bench.type('约3亿')
    expect(await submitCommand(bench.deps)).toMatchObject({ kind: 'open', findings: [{ severity: 'red' }] })
    bench.type(12900)
    expect(await submitCommand(bench.deps)).toMatchObject({ kind: 'received' })
    expect(await submitCommand(bench.deps)).toMatchObject({ kind: 'unchanged' })
    expect(await bench.wire.stored()).toHaveLength(1)
  })

  it('keeps the report while there is no network, for the pane to send', async () => {
    bench.type(12900)
    expect(await checkCommand(bench.deps)).toMatchObject({ kind: 'all-clear' })
    bench.wire.cut('before it leaves')
    expect(await submitCommand(bench.deps)).toEqual({ kind: 'waiting', why: 'offline' })
    expect(await outbox(bench.keep, 'xinxing', '').waiting()).toHaveLength(1)
  })

  it('says that a cell is being edited', async () => {
    bench.host.user.startEditing()
    expect(await submitCommand(bench.deps)).toEqual({ kind: 'workbook', error: { kind: 'cell-being-edited' } })
  })
})

describe('the other buttons', () => {
  it('ask to sign in first', async () => {
    const { deps } = await machine(null)
    for (const command of [checkCommand, submitCommand]) expect(await command(deps)).toEqual({ kind: 'signed-out' })
    expect(await rankingCommand(deps)).toEqual({ kind: 'signed-out' })
  })

  it('check without sending or writing', async () => {
    const { deps, wire, host, type } = await machine('xinxing')
    type(22)
    expect(await checkCommand(deps)).toMatchObject({ kind: 'open' })
    expect(await wire.stored()).toEqual([])
    expect(host.writes).toEqual([])
  })

  it('pull the ranking for the office alone', async () => {
    const clerk = await machine('xinxing')
    expect(await rankingCommand(clerk.deps)).toEqual({ kind: 'not-yours', command: 'office' })
    const office = await machine('office')
    expect(await submitCommand(office.deps)).toEqual({ kind: 'not-yours', command: 'clerk' })
    office.host.asked('拉取排名')
    expect(await rankingCommand(office.deps)).toEqual({
      kind: 'pulled',
      sheets: ['综合排名-镇街', '综合排名-区直'],
    })
  })
})
