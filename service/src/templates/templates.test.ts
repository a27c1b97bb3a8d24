import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packHash, type FormGrid, type GridSheet } from '@kaohe/shared-rules'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BatchView } from '../intake/view.ts'
import { filledGrid } from '../testing/filled-grid.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { hostileFiles } from '../testing/hostile-files.ts'
import { tax } from '../testing/records.ts'
import { readLimits } from '../workbooks/reading/limits.ts'
import { readBook } from '../workbooks/reading/read-book.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import type { Differences } from './differences.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
const start = async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
}

interface View {
  readonly id: string
  readonly form: string
  readonly version: number | null
  readonly binding: {
    readonly sheet: string
    readonly columns: readonly { readonly column: string; readonly address: string }[]
  }
  readonly unfound: readonly { readonly column: string; readonly required: boolean }[]
  readonly differences: Differences
  readonly annex: readonly GridSheet[]
  readonly issued: FormGrid | null
}
const fileOf = (name: string) => readFileSync(join(import.meta.dirname, '../testing/annexes', name))
async function upload(name: string, bytes: Uint8Array = fileOf(name)): Promise<View> {
  const response = await office.upload('/templates', 'file', { [name]: bytes })
  expect(response.status).toBe(201)
  return ((await response.json()) as { template: View }).template
}
const confirm = (id: string, targets: object | null = null) =>
  office.post(`/templates/${id}/confirmation`, { document: '区办发〔2019〕5号', targets })
const gridOf = async (who: typeof office, form: string) =>
  (await (await who.get(`/forms/${form}/grid`)).json()) as FormGrid

describe('the three .xls annexes', () => {
  beforeAll(start)

  it.each(['annex-2', 'annex-3', 'annex-4'])('%s is read as its .xlsx twin is', async (name) => {
    const [old, twin] = [await upload(`${name}.xls`), await upload(`${name}.xlsx`)]
    expect(old).toMatchObject({ form: twin.form, binding: twin.binding, unfound: [], differences: twin.differences })
    const texts = ({ annex }: View) =>
      annex.map(({ name: sheet, cells }) => ({
        sheet,
        cells: cells.map(({ row, column, value }) => [row, column, value]),
      }))
    expect(texts(old)).toEqual(texts(twin))
    expect(old.issued?.sheets.map(({ cells, merges }) => ({ cells, merges }))).toEqual(
      twin.issued?.sheets.map(({ cells, merges }) => ({ cells, merges })),
    )
  })

  it('are found wherever their columns and heads are', async () => {
    const { binding } = await upload('annex-2.xls')
    expect(binding.sheet).toBe('Sheet1')
    expect(binding.columns.find(({ column }) => column === 'unit')?.address).toMatch(/^D/)
  })

  it('say which units differ from the register', async () => {
    const { differences } = await upload('annex-3.xls')
    expect(differences).toMatchObject({ unitsMissing: ['health'], strangers: ['区医保局'] })
  })

  it('say which targets differ from those in force, and whether they add up', async () => {
    const { differences } = await upload('annex-4.xls')
    expect(differences).toMatchObject({
      unitsMissing: [],
      targets: [{ unit: 'xinxing', key: 'tax', annex: '4100', register: '3600' }],
      sums: [{ key: 'tax', units: '37370', total: '36870', district: '36870', balance: 'over' }],
    })
    expect((await upload('annex-2.xls')).differences.sums.map(({ balance }) => balance)).toEqual(Array(4).fill('equal'))
  })

  it('are kept as they came, and converted', async () => {
    const { id } = await upload('annex-4.xls')
    const original = Buffer.from(await (await office.get(`/templates/${id}/file?copy=original`)).arrayBuffer())
    expect(original.equals(fileOf('annex-4.xls'))).toBe(true)
    const converted = await readBook(
      new Uint8Array(await (await office.get(`/templates/${id}/file`)).arrayBuffer()),
      readLimits,
    )
    const read = await readBook(fileOf('annex-4.xls'), readLimits)
    if (converted.kind !== 'read' || read.kind !== 'read') throw new Error('not read')
    const plain = ({ sheets }: typeof read.book) =>
      sheets.map(({ name, values, merges }) => ({
        name,
        merges: merges.toSorted(),
        values: values.map((row) => row.join('|').replace(/\|+$/, '')),
      }))
    expect(converted.book.format).toBe('xlsx')
    expect(plain(converted.book)).toEqual(plain(read.book))
  })
})

describe('a confirmed annex', () => {
  beforeEach(start)

  it('is what units get from then on, with a version of its own', async () => {
    const { id } = await upload('annex-4.xls')
    expect((await confirm(id)).status).toBe(200)
    const grid = await gridOf(clerk, 'tax')
    expect(grid).toMatchObject({
      template: 2,
      owner: 'xinxing',
      sheets: [{ name: '协税护税（2019年）', protected: true }],
    })
    const cells = grid.sheets[0]?.cells ?? []
    const row = cells.find(({ value }) => value === '海州区新兴街道办事处')?.row
    expect(cells.filter(({ locked }) => !locked).map((cell) => cell.row)).toEqual([row, row])
    expect(Object.keys(grid.names)).toContain('kaohe.tax.t2.reported')
    const forms = (await (await clerk.get('/forms')).json()) as { id: string; template: number }[]
    expect(forms.find(({ id: form }) => form === 'tax')?.template).toBe(2)
  })

  it('shows the targets in force, not those that happen to stand in it', async () => {
    await confirm((await upload('annex-4.xls')).id)
    const values = (await gridOf(clerk, 'tax')).sheets[0]?.cells.map(({ value }) => value)
    expect(values).toContain(3600)
    expect(values).not.toContain(4100)
  })

  it('comes back filled in, by mail, like any other', async () => {
    await confirm((await upload('annex-4.xls')).id)
    const grid = filledGrid(await gridOf(clerk, 'tax'), '海州区新兴街道办事处', { reported: '1800' })
    const response = await office.upload('/intake', 'files', { 'a.xlsx': await writeWorkbook(grid, new Date(0)) })
    const { batch } = (await response.json()) as { batch: BatchView }
    expect(batch.entries[0]?.outcome).toMatchObject({ kind: 'checked', unit: 'xinxing', state: 'green' })
    const acceptance = { entries: [{ seq: 1, against: null }] }
    expect(await (await office.post(`/intake/${batch.id}/acceptance`, acceptance)).json()).toMatchObject({
      turnedDown: [],
    })
  })

  it('makes what was filled in before outdated', async () => {
    await confirm((await upload('annex-4.xls')).id)
    const draft = await service.draft(clerk, tax('1800'))
    const response = await clerk.post('/submissions', draft, { 'idempotency-key': crypto.randomUUID() })
    expect(await response.json()).toMatchObject({ type: '/problems/template-outdated', sent: 1, current: 2 })
  })

  it('is the version that the standing asks for, under the rules as they were', async () => {
    await confirm((await upload('annex-4.xls')).id)
    const { forms } = (await (await clerk.get('/standing')).json()) as { forms: { form: string; template: number }[] }
    expect(forms.map(({ form, template }) => [form, template])).toEqual(
      service.pack.forms.map(({ id }) => [id, id === 'tax' ? 2 : 1]),
    )
    const { pack } = await service.submit(clerk, { ...tax('1800'), template: 2 })
    expect(pack.hash).toBe(packHash(service.pack))
  })

  it('gives a unit without a row one of its own, below the others', async () => {
    await confirm((await upload('annex-3.xls')).id)
    const cells = (await gridOf(await service.signIn('health'), 'enclave')).sheets[0]?.cells ?? []
    const [own, last] = ['区卫健局', '区医保局'].map((name) => cells.find(({ value }) => value === name)?.row ?? 0)
    expect(own).toBeGreaterThan(0)
    expect(cells.find(({ value }) => value === '合计')?.row).toBeGreaterThan(Math.max(own ?? 0, last ?? 0))
    expect(cells.some(({ row, locked }) => row === own && !locked)).toBe(true)
  })

  it('is no longer changed', async () => {
    const { id } = await upload('annex-4.xls')
    await confirm(id)
    expect(await (await confirm(id)).json()).toMatchObject({ type: '/problems/template-confirmed', version: 2 })
    expect((await office.post(`/templates/${id}/binding`, { columns: { note: null } })).status).toBe(409)
  })

  it('hands its targets down as a draft that still needs a decision', async () => {
    const { id } = await upload('annex-4.xls')
    await confirm(id, { title: '协税护税任务调整' })
    const { drafts } = (await (await office.get('/target-drafts')).json()) as {
      drafts: { number: string; source: string; status: string }[]
    }
    expect(drafts).toMatchObject([{ number: '2019-D01', status: 'draft' }])
    expect(drafts[0]?.source).toMatch(/^annex-4\.xls（[0-9a-f]{12}）$/)
    const draft = JSON.stringify(await (await office.get('/target-drafts/2019-D01')).json())
    expect(draft).toContain('"4100"')
    expect((await gridOf(clerk, 'tax')).sheets[0]?.cells.some(({ value }) => value === 4100)).toBe(false)
  })

  it('is entered in the log', async () => {
    await confirm((await upload('annex-4.xls')).id)
    const { entries } = (await (await office.get('/audit')).json()) as {
      entries: { action: string; subject: string }[]
    }
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['template.registered', 'template.confirmed']),
    )
  })
})

describe('an annex with a head nobody knows', () => {
  beforeAll(start)
  const annex = async () => {
    const grid = await gridOf(office, 'tax')
    const other = grid.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        String(cell.value).startsWith('累计入库') ? { ...cell, value: '入库数' } : cell,
      ),
    }))
    return writeWorkbook({ ...grid, names: {}, sheets: other }, new Date(0))
  }

  it('names the head with what is closest to it, and is not issued until it has a place', async () => {
    const { id, unfound, issued } = await upload('annex.xlsx', await annex())
    expect(unfound).toMatchObject([{ column: 'reported', required: true }])
    expect(issued).toBe(null)
    const refused = (await (await confirm(id)).json()) as { issues: { path: string }[] }
    expect(refused.issues.map(({ path }) => path)).toEqual(['binding.reported'])
    await office.post(`/templates/${id}/binding`, { columns: { reported: 'D5' } })
    expect((await confirm(id)).status).toBe(200)
    const grid = await gridOf(clerk, 'tax')
    expect(grid.names['kaohe.tax.t2.reported']).toMatch(/\$D\$6:\$D\$31$/)
  })

  it('does not put two columns into one place', async () => {
    const { id } = await upload('annex.xlsx', await annex())
    expect((await office.post(`/templates/${id}/binding`, { columns: { reported: 'C5' } })).status).toBe(400)
  })
})

describe('a file that is no annex', () => {
  beforeAll(start)

  it('is refused with the reason', async () => {
    const response = await office.upload('/templates', 'file', {
      'a.xlsm': hostileFiles['macros']?.().file ?? new Uint8Array(),
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      type: '/problems/unreadable-file',
      reason: 'macro',
      detail: '文件含有宏，请另存为不含宏的 .xlsx 后再试',
    })
    const other = hostileFiles['a name over the whole sheet']?.().file ?? new Uint8Array()
    expect((await office.upload('/templates', 'file', { 'a.xlsx': other })).status).toBe(400)
  })
})
