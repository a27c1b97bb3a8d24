import { describe, expect, it } from 'vitest'
import { readPack } from '../../test/read-pack.ts'
import type { Cells, FormRecord } from '../forms/record.ts'
import { checkMemory } from './check-memory.ts'
import { openVerdicts, type Surroundings } from './check-record.ts'

const pack = readPack('haizhou-2019')
const form = pack.forms.find(({ id }) => id === 'projects')
if (!form) throw new Error('no form of projects')
const record = (rows: readonly Cells[]): FormRecord => ({
  form: 'projects',
  template: 1,
  cells: { note: null },
  ledgers: { projects: [...rows] },
})
const row = (name: string, totalInvestment: string, startDate = '2019-05-01'): Cells => ({
  name,
  kind: '新建',
  stage: '开工',
  totalInvestment,
  startDate,
})
const [heat, cold, port] = [row('热电', '5000'), row('冷链', '约3亿'), row('港口', '7000', '2019-13-45')]
const surroundings: Surroundings = {
  unit: { id: 'hebei', name: '河北街道', pool: 'town', order: 1 },
  targets: { newProjects: '4', largeProjects: '2' },
  previous: null,
  asOf: '2019-06-18',
  until: '2019-06-15',
}

describe('checking with what was found before in mind', () => {
  it('says after each change what checking afresh says', () => {
    const memory = checkMemory()
    const before = record([row('热电', '9000'), row('光伏', '100')])
    const steps: readonly (readonly [readonly Cells[], Surroundings])[] = [
      [[heat, cold, port], surroundings],
      [[heat, row('冷链', '3000'), port], surroundings],
      [[port, heat, heat], surroundings],
      [[port, heat], { ...surroundings, previous: before }],
      [[port, heat], { ...surroundings, targets: {} }],
      [[port, heat], { ...surroundings, asOf: '2019-04-01' }],
      [[], surroundings],
    ]
    for (const [rows, around] of steps) {
      const verdicts = openVerdicts(pack, form, record(rows), around, memory)
      expect(verdicts).toEqual(openVerdicts(pack, form, record(rows), around))
    }
    expect(openVerdicts(pack, form, record([cold]), surroundings, memory).length).toBeGreaterThan(0)
  })
})
