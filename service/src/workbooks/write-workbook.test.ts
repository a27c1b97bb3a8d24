import { layoutForm, snapshotOfGrid, type FormGrid } from '@kaohe/shared-rules'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../packs/load-pack.ts'
import { readCampaign } from '../register/campaign-files.ts'
import { xlsxParts, xlsxSnapshot } from '../testing/xlsx-snapshot.ts'
import { writeWorkbook } from './write-workbook.ts'

const parsed = loadPack('haizhou-2019')
if (!parsed.ok) throw new Error('the shipped pack does not load')
const { pack } = parsed
const { indicators } = pack
const { units, targets } = readCampaign('haizhou-2019', pack)
const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
const writtenAt = new Date('2019-03-04T00:00:00Z')

function grid(form: string, owner: string | null): FormGrid {
  const found = pack.forms.find(({ id }) => id === form)
  if (!found) throw new Error(`no form ${form}`)
  return layoutForm(found, { units, targets: targets.byUnit, totals, indicators, owner, sample: targets.sample })
}

const forms = pack.forms.map(({ id }) => [id])

describe('writeWorkbook', () => {
  it.each(forms)('writes %s so that a reader sees the grid, names included', async (form) => {
    const drawn = grid(form, 'dongliang')
    const seen = xlsxSnapshot(await writeWorkbook(drawn, writtenAt))
    const wanted = snapshotOfGrid(drawn)
    expect(seen.names).toEqual(wanted.names)
    expect(seen.sheets.map(({ name }) => name)).toEqual(wanted.sheets.map(({ name }) => name))
    wanted.sheets.forEach(({ values }, index) => {
      expect(seen.sheets[index]?.values).toEqual(values)
    })
  })

  it.each(forms)('writes %s so that a library that did not write it reads the 分解表', async (form) => {
    const rows = await readSheet(Buffer.from(await writeWorkbook(grid(form, null), writtenAt)), 1)
    expect(rows.some((row) => row[1] === '东梁街道')).toBe(true)
  })

  it("protects the 分解表 without a password, leaves the ledger open and unlocks only what is the unit's", async () => {
    const parts = xlsxParts(await writeWorkbook(grid('enclave', 'dongliang'), writtenAt))
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<sheetProtection sheet="1"(?![^>]*(hashValue|spinCount))/)
    expect(parts.get('xl/worksheets/sheet2.xml')).not.toContain('<sheetProtection')
  })

  it('has Excel compute everything anew, repeats the head on each page and prints across', async () => {
    const parts = xlsxParts(await writeWorkbook(grid('projects', 'dongliang'), writtenAt))
    const book = parts.get('xl/workbook.xml')
    expect(book).toContain('fullCalcOnLoad="1"')
    expect(book).toMatch(/_xlnm.Print_Titles"[^>]*>[^<]*\$4:\$6</)
    expect(book).toMatch(/_xlnm.Print_Area"[^>]*>[^<]*\$A\$1:\$K\$35</)
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('orientation="landscape"')
  })

  it('writes text as text, whatever it begins with', async () => {
    const drawn = grid('investment', 'dongliang')
    const [sheet] = drawn.sheets
    if (!sheet) throw new Error('no sheet')
    const cells = sheet.cells.map((cell) =>
      cell.row === 5 && cell.column === 5 ? { ...cell, value: "=cmd|' /C calc'!A0" } : cell,
    )
    const bytes = await writeWorkbook({ ...drawn, sheets: [{ ...sheet, cells }] }, writtenAt)
    expect(xlsxSnapshot(bytes).sheets[0]?.values[5]?.[5]).toBe("=cmd|' /C calc'!A0")
    expect(xlsxParts(bytes).get('xl/worksheets/sheet1.xml')).not.toContain('cmd|')
  })

  it('offers the choices of a column and takes days as days', async () => {
    const sheet = xlsxParts(await writeWorkbook(grid('projects', 'dongliang'), writtenAt)).get(
      'xl/worksheets/sheet2.xml',
    )
    expect(sheet).toContain('<formula1>&quot;新建,续建&quot;</formula1>')
    expect(sheet).toContain('<formula1>32874</formula1><formula2>73050</formula2>')
  })
})
