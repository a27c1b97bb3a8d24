import { layoutForm } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../service/src/workbooks/write-workbook.ts'
import { correctableAtOnce, correctionBlocks, stillWanted } from '../src/features/filling/write-corrections.ts'
import { fill, type Filled } from '../src/features/filling/filling.ts'
import { pack, targets, unitOf, units } from '../src/testing/campaign.ts'
import { excelWorkbook } from '../src/workbook/excel-workbook.ts'
import { useExcel } from './excel-bench.ts'
import { openWorkbook, type FakeExcel } from './fake-excel/fake-excel.ts'

const sheet = '项目台账'
const unit = unitOf('xinxing')
const basis = {
  pack,
  unit,
  units,
  targets: targets['xinxing'] ?? {},
  records: {},
  asOf: '2019-06-18',
  until: '2019-06-15',
}
const row = (name: string, amount: string, start: string) => [name, '', '新 建', amount, 1000, '签约', start]

describe.each(['1.9', '1.14'])('corrections in Excel at ExcelApi %s', (api) => {
  const workbook = excelWorkbook()
  let host: FakeExcel
  beforeEach(async () => {
    const form = pack.forms.find(({ id }) => id === 'projects')
    if (!form) throw new Error('no form')
    const grid = layoutForm(form, {
      units,
      targets,
      totals: {},
      indicators: pack.indicators,
      owner: 'xinxing',
      sample: true,
    })
    host = await openWorkbook(await writeWorkbook(grid, new Date(0)), grid.fileName)
    useExcel(host, api)
    // The apostrophe keeps a text a text, as in a report pasted from elsewhere.
    const rows = [row('光伏组件', "'２，０００", "'2019.5.1"), row('轴承', "'3亿", "'2019年5月2日")]
    expect(host.user.paste(sheet, 'B6', rows)).toBe('entered')
  })

  async function look(): Promise<Filled> {
    const snapshot = await workbook.snapshot()
    if (!snapshot.ok) throw new Error(snapshot.error.kind)
    const filled = fill(basis, snapshot.value)
    if (filled.step !== 'filled') throw new Error(filled.step)
    return filled
  }
  const blocks = ({ findings }: Filled) => correctionBlocks(stillWanted(correctableAtOnce(findings), findings))

  it('leave numbers and dates in the cells, one request a block, and nothing unreadable', async () => {
    const before = blocks(await look())
    host.asked('全部改为建议值')
    expect(before.map(({ place }) => place.address)).toEqual(['D6', 'H6'])
    for (const { place, values } of before) expect((await workbook.write(place, values)).ok).toBe(true)
    expect(host.values(sheet, 'D6:E7')).toEqual([
      ['新建', 2000],
      ['新建', 30000],
    ])
    expect(host.values(sheet, 'H6:H7')).toEqual([[43586], [43587]])
    expect(host.writes.map(({ place }) => place)).toEqual([`${sheet}!D6:E7`, `${sheet}!H6:H7`])
    const after = await look()
    expect(after.findings.filter(({ unreadable }) => unreadable)).toEqual([])
    expect(after.record.ledgers['projects']?.map(({ startDate }) => startDate)).toEqual(['2019-05-01', '2019-05-02'])
  })

  it('wait for the person to finish editing a cell', async () => {
    const [first] = blocks(await look())
    if (!first) throw new Error('nothing to correct')
    host.user.startEditing()
    expect(await workbook.write(first.place, first.values)).toEqual({
      ok: false,
      error: { kind: 'cell-being-edited' },
    })
    expect(host.writes).toEqual([])
  })
})
