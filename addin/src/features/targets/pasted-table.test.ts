import { describe, expect, it } from 'vitest'
import type { TargetKey } from '../../api/targets.ts'
import { targets, units } from '../../testing/campaign.ts'
import { readTable, tableOf } from './pasted-table.ts'

const key = (name: string, title: string, unit: string): TargetKey => {
  return { key: name, title, unit, district: null, pending: false }
}
const keys = [
  key('investment', '固定资产投资', '万元'),
  key('newProjects', '新开工投资5000万元以上项目', '个'),
  key('enclave', '“飞地经济”项目总额', '万元'),
  key('tax', '协税护税', '万元'),
]
const read = (...rows: readonly string[]) => readTable(rows.join('\r\n'), keys, units)

describe('a pasted table of targets', () => {
  it('is read by its heads and names, however those are written, from under a title', () => {
    const table = read(
      '2019年任务分解表',
      '序号\t责任单位\t协税护税(万元)\t“飞地经济” 项目总额\t备注',
      '1\t海州区新兴街道办事处\t3,600\t6000\t',
      '2\t和平街道\t2000.5\t—\t重点',
      '\t合计\t5600.5\t6000\t',
    )
    expect(table.targets).toEqual({ xinxing: { tax: '3600', enclave: '6000' }, heping: { tax: '2000.5' } })
    expect(table).toMatchObject({ faults: [], unread: ['序号', '备注'], figures: 3 })
    expect(table.missing).toHaveLength(units.length - 2)
  })

  it('keeps what is no plain figure as it stands, for the service to name', () => {
    expect(read('单位\t协税护税', '新兴街道\t2000万', '和平街道\t２，０００').targets).toEqual({
      xinxing: { tax: '2000万' },
      heping: { tax: '２，０００' },
    })
  })

  it.each([
    ['no task among the heads', ['单位\t产值', '新兴街道\t1'], { kind: 'no-head' }],
    [
      'a unit that is not in the register',
      ['单位\t协税护税', '新兴街道\t1', '某某街道\t2'],
      { kind: 'no-unit', row: 3 },
    ],
    ['a unit twice', ['单位\t协税护税', '新兴街道\t1', '新兴街道\t2'], { kind: 'unit-twice', row: 3 }],
    ['a task twice', ['单位\t协税护税\t协税护税（万元）', '新兴街道\t1\t2'], { kind: 'column-twice' }],
  ])('is not taken with %s', (_, rows, fault) => {
    expect(read(...rows).faults).toMatchObject([fault])
  })

  it('comes back the same from the table that is filled in to start from', () => {
    const known = Object.fromEntries(
      units.map(({ id }) => [
        id,
        Object.fromEntries(
          keys.flatMap((one) => {
            const figure = targets[id]?.[one.key]
            return figure === undefined ? [] : [[one.key, figure]]
          }),
        ),
      ]),
    )
    const back = readTable(tableOf(known, keys, units, '单位'), keys, units)
    expect(back).toMatchObject({ faults: [], unread: [], missing: [], targets: known })
  })
})
