import type { FakeExcel } from '../fake-excel/fake-excel.ts'
import { oracle } from './oracle.ts'

/** The table of a pulled sheet, under its head. */
export function pulledTable(host: FakeExcel, sheet: string) {
  const block = host.values(sheet, 'A1:Z60')
  const head = block.findIndex((row) => row[0] === '名次')
  const rows = block.slice(head + 1)
  const end = rows.findIndex((row) => row[1] === '')
  return { top: head + 1, head: block[head] ?? [], rows: end < 0 ? rows : rows.slice(0, end) }
}

/** What the sheet must say, from the raw figures: points as numbers, words where there are none. */
export const rankingByHand = (pool: 'town' | 'department') =>
  oracle(pool).map((row) => [
    row.rank ?? '待定',
    row.name,
    ...Object.entries(row.points).map(([indicator, shown]) => {
      if (shown !== null) return Number(shown)
      return indicator === 'funds' && ['drc', 'finance'].includes(row.unit) ? '不参加' : '无任务'
    }),
    row.total === null ? '待定' : Number(row.total),
    row.total === null ? '' : '未核定',
  ])
