import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layoutForm, type FormGrid, type Pack, type Unit } from '@kaohe/shared-rules'
import { loadPack } from '../../service/src/packs/load-pack.ts'
import { filledGrid } from '../../service/src/testing/filled-grid.ts'
import { writeWorkbook } from '../../service/src/workbooks/write-workbook.ts'

const parsed = loadPack('haizhou-2019')
if (!parsed.ok) throw new Error('the shipped pack does not load')
export const pack: Pack = parsed.pack

const DISTRICTS = 12
const UNITS = 25

/** Units as many districts would have them. */
export function unitsOfDistrict(district: number): readonly Unit[] {
  return Array.from({ length: UNITS }, (_, index) => {
    const order = district * UNITS + index + 1
    return { id: `u${order.toString()}`, name: `第${order.toString()}街道`, pool: 'town', order: index + 1 }
  })
}

/** Of the unit whose file is called like this: `u27.xlsx`. */
export const districtOf = (file: string): number => Math.floor((parseInt(file.slice(1), 10) - 1) / UNITS)
export const targetOf = ({ id }: Unit): number => 9000 + (Number(id.slice(1)) % 37) * 100
const reportedOf = (unit: Unit): number => targetOf(unit) - 4000 + ((Number(unit.id.slice(1)) * 7919) % 5000)

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
