import type { CellValue } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { pack } from '../../testing/campaign.ts'
import type { Correction, Finding } from '../../ui/FindingRow.tsx'
import { correctionOf } from './corrections.ts'
import { correctableAtOnce, correctionBlocks, stillWanted } from './write-corrections.ts'

const projects = pack.forms.find(({ id }) => id === 'projects')
const place = { sheet: '项目台账', address: 'E6' }

function entryFor(column: string, value: string) {
  if (!projects) throw new Error('no form')
  const path = `projects.0.${column}`
  return correctionOf(projects, { path, value }, { [path]: place })?.entry
}

const at = (address: string, entry: CellValue, sheet = '台账'): Correction => ({
  place: { sheet, address },
  value: String(entry),
  entry,
})
const finding = (key: string, value: string, more: Partial<Finding> = {}): Finding => ({
  key,
  severity: 'red',
  message: '',
  clause: '',
  paths: [],
  correction: at('A1', value),
  ...more,
})

describe('correctionOf', () => {
  it.each<[string, string, CellValue]>([
    ['totalInvestment', '2000', 2000],
    ['totalInvestment', '-0.05', -0.05],
    ['startDate', '2019-05-01', 43586],
    ['kind', '新建', '新建'],
  ])('puts %s %s into the cell as %j', (column, value, entry) => {
    expect(entryFor(column, value)).toBe(entry)
  })

  it('offers no number that a cell would round', () => {
    expect(entryFor('totalInvestment', '123456789012345')).toBe(123456789012345)
    expect(entryFor('totalInvestment', '1234567890123456')).toBeUndefined()
  })

  it('offers nothing for a cell that is not in the sheet', () => {
    if (!projects) throw new Error('no form')
    expect(correctionOf(projects, { path: 'projects.0.kind', value: '新建' }, {})).toBeUndefined()
  })
})

describe('correctableAtOnce', () => {
  it('leaves doubted figures and cells without a suggestion to the person', () => {
    const { correction: _, ...bare } = finding('c', '3')
    const all = [
      finding('a', '1', { unreadable: true }),
      finding('b', '2', { severity: 'amber' }),
      { ...bare, unreadable: true as const },
    ]
    expect(correctableAtOnce(all).map(({ key }) => key)).toEqual(['a'])
  })
})

describe('stillWanted', () => {
  it('drops what the sheet no longer asks for, or now asks for otherwise', () => {
    const agreed = [finding('a', '1'), finding('b', '2'), finding('c', '3')]
    const fresh = [finding('a', '1'), finding('b', '9'), finding('d', '4')]
    expect(stillWanted(agreed, fresh).map(({ value }) => value)).toEqual(['1'])
  })
})

describe('correctionBlocks', () => {
  it('writes neighbours at once and touches nothing between', () => {
    expect(correctionBlocks([at('E8', 3), at('E6', 1), at('E7', 2), at('E10', 4)])).toEqual([
      { place: { sheet: '台账', address: 'E6' }, values: [[1], [2], [3]] },
      { place: { sheet: '台账', address: 'E10' }, values: [[4]] },
    ])
  })

  it('joins columns only where they span the same rows', () => {
    expect(correctionBlocks([at('E6', 1), at('F6', 2), at('E7', 3), at('F7', 4), at('G7', 5)])).toEqual([
      {
        place: { sheet: '台账', address: 'E6' },
        values: [
          [1, 2],
          [3, 4],
        ],
      },
      { place: { sheet: '台账', address: 'G7' }, values: [[5]] },
    ])
  })

  it('keeps sheets apart and writes a cell once', () => {
    expect(correctionBlocks([at('A1', 1), at('A1', 1), at('A2', 2, '分解表')])).toEqual([
      { place: { sheet: '分解表', address: 'A2' }, values: [[2]] },
      { place: { sheet: '台账', address: 'A1' }, values: [[1]] },
    ])
  })
})
