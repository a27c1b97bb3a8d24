import { layoutForm, readForm, recognise, type FormGrid } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { swapRows, typed, variants } from '../../../shared-rules/test/grid-variants.ts'
import { loadPack } from '../packs/load-pack.ts'
import { readCampaign } from '../register/campaign-files.ts'
import { xlsxSnapshot } from '../testing/xlsx-snapshot.ts'
import { writeWorkbook } from './write-workbook.ts'

const parsed = loadPack('haizhou-2019')
if (!parsed.ok) throw new Error('the shipped pack does not load')
const { pack } = parsed
const { indicators } = pack
const { units, targets } = readCampaign('haizhou-2019', pack)
const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
const dongliang = units.find(({ id }) => id === 'dongliang')
if (!dongliang) throw new Error('no unit')

function issued(id: string): FormGrid {
  const form = pack.forms.find((each) => each.id === id)
  if (!form) throw new Error(`no form ${id}`)
  const grid = layoutForm(form, {
    units,
    targets: targets.byUnit,
    totals,
    indicators,
    owner: 'dongliang',
    sample: true,
  })
  const [matrix, ledger] = grid.sheets
  const open = matrix?.cells.filter(({ locked }) => !locked) ?? []
  const [begin] = ledger?.cells.filter(({ locked }) => !locked) ?? []
  return typed(grid, [
    ...open.map(({ row, column }, index) => [matrix?.name ?? '', row, column, index === 0 ? 9000.25 : '已核'] as const),
    ...(ledger && begin
      ? ([
          [ledger.name, begin.row + 1, 1, '一号'],
          [ledger.name, begin.row + 1, 4, 12000],
          [ledger.name, begin.row + 3, 1, '二号'],
        ] as const)
      : []),
  ])
}

async function readBack(grid: FormGrid) {
  const snapshot = xlsxSnapshot(await writeWorkbook(grid, new Date('2019-03-04T00:00:00Z')))
  const seen = recognise(pack.forms, snapshot, units)
  if (seen.kind === 'unrecognised' || !dongliang) return undefined
  const reading = readForm(seen.form, seen.binding, snapshot, dongliang)
  return reading.kind === 'read' ? reading : undefined
}

describe('a written workbook', () => {
  const cases = Object.keys(variants).flatMap((name) => pack.forms.map(({ id }) => [id, name] as const))

  it.each(cases)('of %s is recognised and read %s', async (id, name) => {
    const grid = issued(id)
    const reading = await readBack(variants[name]?.(grid) ?? grid)
    expect(reading?.record.form).toBe(id)
    expect(Object.values(reading?.record.cells ?? {})).toContain('9000.25')
    for (const rows of Object.values(reading?.record.ledgers ?? {})) {
      expect(rows.map((row) => row['name'])).toEqual(['一号', '二号'])
    }
    expect(reading?.totalTexts).toEqual(
      Object.fromEntries(Object.keys(reading?.targetTexts ?? {}).map((key) => [key, totals[key]])),
    )
    expect(reading?.targetTexts).toMatchObject(
      Object.fromEntries(
        Object.keys(reading?.targetTexts ?? {}).map((key) => [key, targets.byUnit['dongliang']?.[key]]),
      ),
    )
  })

  it.each(pack.forms.map(({ id }) => [id]))("of %s is read from the unit's row where it was moved", async (id) => {
    const moved = await readBack(swapRows(issued(id), '东梁街道', '区教育局'))
    expect(moved?.record).toEqual((await readBack(issued(id)))?.record)
  })
})
