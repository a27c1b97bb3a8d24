import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layoutForm, type FormGrid, type GridSheet } from '@kaohe/shared-rules'
import { retyped, variants } from '../../../../shared-rules/test/grid-variants.ts'
import { loadPack } from '../../packs/load-pack.ts'
import { readCampaign } from '../../register/campaign-files.ts'
import { writeWorkbook } from '../../workbooks/write-workbook.ts'

/**
 * Makes the annexes beside this file: 附件2, 3 and 4 as an office might have drawn them, with what offices do to their tables.
 * LibreOffice writes each once more as .xls (BIFF8). Run again only to change them: node service/src/testing/annexes/make.ts
 */
const parsed = loadPack('haizhou-2019')
if (!parsed.ok) throw new Error('the shipped pack does not load')
const { pack } = parsed
const { units, targets } = readCampaign('haizhou-2019', pack)
const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))

function annexOf(id: string): FormGrid {
  const form = pack.forms.find((each) => each.id === id)
  if (!form) throw new Error(`no form ${id}`)
  const { indicators } = pack
  const grid = layoutForm(form, { units, targets: targets.byUnit, totals, indicators, owner: null, sample: false })
  const [matrix] = grid.sheets
  if (!matrix) throw new Error('a form without a sheet')
  const cells = matrix.cells.map(({ formula: _, choices: __, ...cell }) => ({
    ...cell,
    value: cell.value === 0 ? '' : cell.value,
  }))
  return { ...grid, names: {}, sheets: [{ ...matrix, cells, validations: [], highlights: [], protected: false }] }
}
const changed = (grid: FormGrid, change: (sheet: GridSheet) => GridSheet): FormGrid => ({
  ...grid,
  sheets: grid.sheets.map(change),
})
const variant = (name: string, grid: FormGrid): FormGrid => variants[name]?.(grid) ?? grid
const retold = (grid: FormGrid, texts: Readonly<Record<string, string | number>>): FormGrid =>
  changed(grid, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, value: texts[String(cell.value)] ?? cell.value })),
  }))

const annexes: Readonly<Record<string, FormGrid>> = {
  // On a sheet of another name, beside two empty columns, heads in full-width characters.
  'annex-2': changed(
    variant(
      'with a column inserted at the left, without names',
      variant('with full-width heads, without names', annexOf('projects')),
    ),
    (sheet) => ({ ...sheet, name: 'Sheet1' }),
  ),
  // Below three more lines, other brackets, a unit the register does not know in place of one it does.
  'annex-3': retold(
    variant(
      'with three rows inserted above, without names',
      variant('with other brackets in its heads, without names', annexOf('enclave')),
    ),
    { 区卫健局: '区医保局' },
  ),
  // Names written out, blanks and line breaks in its heads, and one target higher than the one in force.
  'annex-4': changed(
    retold(
      retyped(annexOf('tax'), (text) => [...text].join('\n')),
      { 新兴街道: '海州区新兴街道办事处' },
    ),
    (sheet) => ({
      ...sheet,
      name: '协税护税（2019年）',
      cells: sheet.cells.map((cell) => (cell.value === 3600 ? { ...cell, value: 4100 } : cell)),
    }),
  ),
}

for (const [name, grid] of Object.entries(annexes)) {
  writeFileSync(join(import.meta.dirname, `${name}.xlsx`), await writeWorkbook(grid, new Date('2019-02-20T00:00:00Z')))
}
const files = Object.keys(annexes).map((name) => join(import.meta.dirname, `${name}.xlsx`))
execFileSync('soffice', ['--headless', '--convert-to', 'xls', '--outdir', import.meta.dirname, ...files], {
  stdio: 'inherit',
})
