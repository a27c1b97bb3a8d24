import { describe, expect, it } from 'vitest'
import type { Ranking } from '../../api/client.ts'
import texts from '../../i18n/ranking.zh-CN.json' with { type: 'json' }
import { createTexts } from '../../i18n/texts.ts'
import { rankingReport } from './ranking.ts'

type Cell = Ranking['rows'][number]['indicators'][string]
const cell = (status: Cell['status'], shown: string | null, marks: Cell['marks']): Cell => ({
  status,
  shown,
  marks,
  reported: null,
  verified: null,
})
const t = createTexts({ ranking: texts }).of('ranking')
const context = { campaign: '考核', pool: '镇街', window: '6月上半月' }
const ranking: Ranking = {
  window: '2019-06-1',
  pool: 'town',
  provisional: true,
  pack: {
    id: 'haizhou-2019',
    version: '2019.1',
    hash: 'ab12'.repeat(16),
    official: false,
    notice: '示例(非官方)：权重',
  },
  runAt: '2019-06-18T01:10:00.000Z',
  indicators: [
    { id: 'investment', title: '固定资产投资', weight: '25' },
    { id: 'deduction', title: '扣分', weight: '0' },
    { id: 'foreign', title: '利用外资', weight: null },
  ],
  rows: [
    {
      rank: 1,
      unit: { id: 'a', name: '甲街道' },
      indicators: {
        investment: cell('scored', '24.81', ['unverified']),
        deduction: cell('scored', '-0.50', []),
        foreign: cell('pending', null, []),
      },
      total: { kind: 'total', shown: '24.31', exact: '24.31' },
      marks: ['unverified', 'carried'],
    },
    {
      rank: null,
      unit: { id: 'b', name: '乙街道' },
      indicators: {
        investment: cell('undecided', null, ['not-reported']),
        deduction: cell('excluded', null, []),
        foreign: cell('pending', null, []),
      },
      total: { kind: 'withheld', undecided: ['investment'], counted: '0.00', countedWeight: '0' },
      marks: ['not-reported'],
    },
  ],
  count: 2,
  next: null,
}

describe('rankingReport', () => {
  const report = rankingReport(ranking, context, t)

  it('has a column for each weighted indicator and none for one not handed down', () => {
    expect(report.columns.map(({ title }) => title)).toEqual([
      '名次',
      '责任单位',
      '固定资产投资(25)',
      '扣分',
      '合计',
      '标记',
    ])
  })

  it('writes points as numbers', () => {
    expect(report.rows[0]).toEqual([1, '甲街道', 24.81, -0.5, 24.31, '未核定、沿用'])
  })

  it('says in words why there are no points, never 0', () => {
    expect(report.rows[1]).toEqual(['待定', '乙街道', '待定', '不参加', '待定', '未报'])
  })

  it('tells run time, that it is provisional and a sample, and by which rules', () => {
    const notes = report.notes.join('\n')
    expect(notes).toContain('2019-06-18 09:10')
    expect(notes).toContain('暂定')
    expect(notes).toContain('示例(非官方)')
    expect(notes).toContain('haizhou-2019 2019.1')
  })
})
