import { readForm, recognise, snapshotOfGrid, type FormGrid } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { hostileFiles } from '../testing/hostile-files.ts'
import { gridOf, handInFiles, mailedWorkbook, outcomeOf, workbookOf } from '../testing/mailed.ts'
import { projectRow } from '../testing/records.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
})

describe('files that cannot be read', () => {
  it('are told apart by their reason, while the service goes on answering', async () => {
    const made = Object.entries(hostileFiles).map(([name, make]) => ({ name, ...make() }))
    const reading = handInFiles(office, Object.fromEntries(made.map(({ name, file }) => [name, file])))
    const alive = await Promise.race([service.request('/livez'), reading])
    expect(alive).toMatchObject({ status: 200 })
    const { entries } = await reading
    const answers = entries.map(({ outcome }) => (outcome.kind === 'unreadable' ? outcome.reason : 'read'))
    expect(answers).toEqual(made.map(({ expected }) => expected))
  })

  it('are not forms we know: the heads that were looked for are named', async () => {
    const file = hostileFiles['a name over the whole sheet']?.().file ?? new Uint8Array()
    const outcome = outcomeOf(await handInFiles(office, { 'a.xlsx': file }))
    expect(outcome?.kind === 'unrecognised' && outcome.tried[0]?.missing.length).toBeGreaterThan(0)
  })

  it('are listed with every other fault, as text that no spreadsheet runs', async () => {
    const batch = await handInFiles(office, {
      '=cmd.xlsx': hostileFiles['macros']?.().file ?? new Uint8Array(),
      'b.xlsx': await mailedWorkbook(office, 'investment', '新兴街道', { reported: '约3亿' }),
    })
    const csv = await (await office.get(`/intake/${batch.id}/list`)).text()
    expect(csv).toContain("'=cmd.xlsx,,,,,须改正,文件含有宏，请另存为不含宏的 .xlsx 后再试")
    expect(csv).toMatch(/b\.xlsx,新兴街道,附件1,固定资产投资任务分解表,D7,须改正,/)
  })
})

describe('a workbook that a clerk has', () => {
  it('becomes a grid with its own cells open, which reads as the file does', async () => {
    const rows = [projectRow('一号'), projectRow('二号')]
    const file = await mailedWorkbook(office, 'projects', '新兴街道', { note: '已核' }, { projects: rows }, 'xinxing')
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

  it('whose form is spread too far apart is refused before it is drawn', async () => {
    const grid = await gridOf(clerk, 'investment', 'xinxing')
    const [sheet] = grid.sheets
    if (!sheet) throw new Error('no sheet')
    // A table of five columns, its last one far out, and a row four thousand down.
    const last = Math.max(...sheet.cells.map(({ column }) => column))
    const apart = sheet.cells.map((cell) => (cell.column === last ? { ...cell, column: 250 } : cell))
    const far = { row: 3990, column: 0, value: '远', style: 'remark', locked: true, format: '@' } as const
    const columns = Array.from({ length: 251 }, () => ({ width: 9 }))
    const wide = { ...sheet, cells: [...apart, far], columns, merges: [], validations: [], highlights: [] }
    const file = await workbookOf({ ...grid, sheets: [wide], names: {} })
    const response = await clerk.upload('/intake/grid', 'file', { 'a.xlsx': file })
    expect(await response.json()).toMatchObject({ type: '/problems/unreadable-file', reason: 'too-many-cells' })
  })
})
