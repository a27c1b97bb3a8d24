import { describe, expect, it } from 'vitest'
import { readPack } from '../../../test/read-pack.ts'
import type { Unit } from '../../unit.ts'
import { snapshotOfGrid } from '../grid.ts'
import { layoutForm } from '../layout/layout-form.ts'
import { readForm } from '../reading/read-form.ts'
import type { WorkbookSnapshot } from '../snapshot.ts'
import { recognise } from './recognise.ts'
import { likenessOfHeads, sheetHeads, withChosenHeads } from './sheet-heads.ts'
import { templateChanges } from './template-changes.ts'

const { forms, indicators } = readPack('haizhou-2019')
const unit: Unit = { id: 'wulong', name: '五龙街道', pool: 'town', order: 1 }
const units = [unit, { id: 'hebei', name: '河北街道', pool: 'town', order: 2 }]
const form = (id: string) => {
  const found = forms.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

/** 附件1 of somebody who calls its columns otherwise, without our names. */
function foreign(words: Readonly<Record<string, string>>, names = false): WorkbookSnapshot {
  const targets = { wulong: { investment: '11000' }, hebei: { investment: '9000' } }
  const grid = layoutForm(form('investment'), { units, targets, totals: {}, owner: 'wulong', sample: true, indicators })
  const snapshot = snapshotOfGrid(grid)
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) =>
      row.map((value) => (typeof value === 'string' ? (words[value] ?? value) : value)),
    ),
  }))
  return { sheets, names: names ? snapshot.names : {} }
}

describe('heads chosen by hand', () => {
  const sheet = foreign({ '累计完成（申报）': '实际数', 责任单位: '单位名称' })

  it('are offered as the sheet has them, with what stands over them and where', () => {
    const head = sheetHeads(sheet).find(({ path }) => path.at(-1) === '实际数')
    expect(head?.path.slice(-2)).toEqual(['固定资产投资', '实际数'])
    expect(head?.address).toMatch(/^[A-Z]\d$/)
  })

  it('let a sheet be recognised and read that could not be before', () => {
    expect(recognise(forms, sheet, units).kind).toBe('unrecognised')
    const heads = sheetHeads(sheet)
    const called = (text: string) => heads.find(({ path }) => path.at(-1) === text)?.path ?? []
    const worded = withChosenHeads(form('investment'), { reported: called('实际数'), unit: called('单位名称') })
    const seen = recognise([worded], sheet, units)
    if (seen.kind !== 'recognised') throw new Error('not recognised')
    expect(readForm(form('investment'), seen.binding, sheet, unit).kind).toBe('read')
  })

  it('are ranked by the characters they share with ours', () => {
    expect(likenessOfHeads(['累计完成'], ['累计完成数'])).toBeGreaterThan(likenessOfHeads(['累计完成'], ['备注']))
    expect(likenessOfHeads(['累计完成'], ['备注'])).toBe(0)
  })
})

describe('an older template', () => {
  it('is told by its names even where a column is missing, and compared with the one in force', () => {
    const old = foreign({ 备注: '' }, true)
    const names = Object.fromEntries(
      Object.entries(old.names).flatMap(([name, place]) => {
        if (name.endsWith('.note')) return []
        return [
          [name, place] as const,
          ...(name.endsWith('.reported') ? [[name.replace('reported', 'plan'), place] as const] : []),
        ]
      }),
    )
    const current = { ...form('investment'), template: 2 }
    const seen = recognise([current], { ...old, names }, units)
    if (seen.kind !== 'unrecognised') throw new Error('recognised')
    const [nearest] = seen.tried
    expect(nearest?.template).toBe(1)
    const changes = nearest && templateChanges(current, nearest.binding, names)
    expect(changes?.map(({ what, column }) => `${what} ${column}`)).toEqual(['added note', 'removed plan'])
  })
})
