import { describe, expect, it } from 'vitest'
import { readPack } from '../../test/read-pack.ts'
import type { UnitFacts } from '../facts.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { ledgerWorth } from './worth-of-items.ts'

const pack = readPack('haizhou-2019')
const project = (totalInvestment: string | null, stage = '开工') => ({
  name: `项目${totalInvestment ?? ''}`,
  kind: '新建',
  totalInvestment,
  stage,
  startDate: '2019-05-01',
})
const facts = (projects: readonly ReturnType<typeof project>[]): UnitFacts => ({
  id: 'hebei',
  name: '河北街道',
  pool: 'town',
  targets: { newProjects: '4', largeProjects: '2' },
  actuals: {},
  items: { projects: [...projects] },
  flags: [],
})
const shownOf = (given: UnitFacts) => evaluateUnit(pack, given).indicators.map(({ shown }) => shown)

describe('what the rows of a ledger are worth', () => {
  const rows = ['3000', '5000', '5000', '12000', '4999.99', '10000'].map((text) => project(text))
  const worth = ledgerWorth(pack, facts(rows), 'projects')

  it('is what the unit has with a row more than without it, for each row', () => {
    const added = rows.map((_, index) => worth.ofItem(index))
    expect(added.map((each) => each.length > 0)).toEqual([false, true, true, true, false, true])
    rows.forEach((_, index) => {
      const without = shownOf(facts(rows.filter((__, at) => at !== index)))
      const changed = shownOf(facts(rows)).filter((shown, at) => shown !== without[at])
      expect(added[index]).toHaveLength(changed.length)
    })
  })

  it('is told of a row alone as if the ledger had no other', () => {
    expect(worth.alone(3)).toEqual(evaluateUnit(pack, facts(rows.slice(3, 4))).indicators)
  })

  it('cannot be told where the score cannot', () => {
    const unread = ledgerWorth(pack, facts([project('5000'), project('约3亿')]), 'projects')
    expect(unread.ofItem(1).every(({ shownDifference }) => shownDifference === null)).toBe(true)
    expect(unread.ofItem(1).length).toBeGreaterThan(0)
  })
})
