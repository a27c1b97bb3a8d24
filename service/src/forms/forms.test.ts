import { Workbook } from '@cj-tech-master/excelts'
import type { FormGrid } from '@kaohe/shared-rules'
import { beforeAll, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'

let service: TestService
let clerk: TestClient
let office: TestClient
beforeAll(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  office = await service.signIn('office')
})

describe('GET /forms', () => {
  it('lists the five forms', async () => {
    const forms = (await (await clerk.get('/forms')).json()) as { id: string; annex: string }[]
    expect(forms.map(({ id, annex }) => `${annex} ${id}`)).toEqual([
      '附件1 investment',
      '附件2 projects',
      '附件3 enclave',
      '附件4 tax',
      '附件5 funds',
    ])
  })
})

describe('GET /forms/:form/grid', () => {
  it('gives a clerk the copy of its unit', async () => {
    expect(await (await clerk.get('/forms/investment/grid')).json()).toMatchObject({
      form: 'investment',
      owner: 'xinxing',
    })
  })

  it('gives the office its own copy, or by name the copy of any unit', async () => {
    expect(await (await office.get('/forms/investment/grid')).json()).toMatchObject({ owner: null })
    expect(await (await office.get('/forms/investment/grid?unit=heping')).json()).toMatchObject({ owner: 'heping' })
  })

  it('knows no other form', async () => {
    expect((await clerk.get('/forms/annex-9/grid')).status).toBe(404)
  })
})

describe('GET /forms/:form/workbook', () => {
  it('answers an .xlsx under its official name', async () => {
    const response = await clerk.get('/forms/projects/workbook')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
      /任务分解表.*新兴街道.*\.xlsx/,
    )
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  })
})

describe('POST /forms/:form/workbook', () => {
  const filled = (form: string, cells: readonly object[]) => clerk.post(`/forms/${form}/workbook`, { cells })
  const sheet = '固定资产投资任务分解表'

  it('answers the form with what was typed, text as text and figures as figures', async () => {
    const grid = (await (await clerk.get('/forms/projects/grid')).json()) as FormGrid
    const ledger = grid.sheets[1]
    const row = ledger?.frozen.rows ?? 0
    const below = ledger?.rows.length ?? 0
    const response = await filled('projects', [
      { sheet: ledger?.name, row, column: 1, value: '=cmd|calc' },
      { sheet: ledger?.name, row, column: 4, value: 5000 },
      { sheet: ledger?.name, row: below + 2, column: 1, value: '最后一个项目' },
    ])
    expect(response.status).toBe(200)
    const file = new Workbook()
    await file.xlsx.load(new Uint8Array(await response.arrayBuffer()))
    const read = file.getWorksheet(ledger?.name ?? '')
    expect(read?.getCell(row + 1, 2).value).toBe('=cmd|calc')
    expect(read?.getCell(row + 1, 5).value).toBe(5000)
    expect(read?.getCell(below + 3, 2).value).toBe('最后一个项目')
  })

  it('refuses a cell that is not the unit’s to fill, and names it', async () => {
    const response = await filled('investment', [{ sheet, row: 0, column: 0, value: 1 }])
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`${sheet} A1 是锁定的单元格`)
  })

  it('refuses a sheet that the form does not have', async () => {
    expect((await filled('investment', [{ sheet: '别的', row: 0, column: 0, value: 1 }])).status).toBe(400)
  })
})

describe('GET /pack', () => {
  it('is not sent again to one who has it', async () => {
    const first = await clerk.get('/pack')
    const { hash } = (await first.json()) as { hash: string }
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toBe(`"${hash}"`)
    expect((await clerk.get('/pack', { 'if-none-match': etag })).status).toBe(304)
  })
})

describe('GET /units', () => {
  it('lists the 26 units in register order', async () => {
    const units = (await (await clerk.get('/units')).json()) as { id: string; order: number }[]
    expect(units).toHaveLength(26)
    expect(units.map(({ order }) => order)).toEqual(units.map(({ order }) => order).toSorted((a, b) => a - b))
  })
})
