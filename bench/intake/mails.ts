import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layoutForm, type FormGrid, type Unit } from '@kaohe/shared-rules'
import { filledGrid } from '../../service/src/testing/filled-grid.ts'
import { writeWorkbook } from '../../service/src/workbooks/write-workbook.ts'
import { DISTRICTS, reportedOf, shippedPack, targetOf, unitsOfDistrict } from './districts.ts'

const pack = shippedPack()

/** One unit's 附件1 as it is issued. */
export function issuedForm(units: readonly Unit[], owner: string): FormGrid {
  const { forms, indicators } = pack
  const form = forms.find(({ id }) => id === 'investment')
  if (!form) throw new Error('no form')
  const targets = Object.fromEntries(units.map((unit) => [unit.id, { investment: targetOf(unit).toString() }]))
  return layoutForm(form, { units, targets, totals: { investment: '220000' }, indicators, owner, sample: true })
}

/** A folder with 300 filled workbooks, one of each unit. */
export async function writeMails(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  for (let district = 0; district < DISTRICTS; district += 1) {
    const units = unitsOfDistrict(district)
    for (const unit of units) {
      const grid = filledGrid(issuedForm(units, unit.id), unit.name, { reported: reportedOf(unit).toString() })
      writeFileSync(join(folder, `${unit.id}.xlsx`), await writeWorkbook(grid, new Date(0)))
    }
  }
  return folder
}
