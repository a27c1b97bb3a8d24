import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import type { Award } from '../pack/awards.ts'
import { evaluatePool } from '../scoring/evaluate-pool.ts'
import { selectAward } from './select-award.ts'
import { renderWhyNot, whyNotAwarded } from './why-not-awarded.ts'

const award = (parts: Partial<Award> = {}): Award => ({
  id: 'tax-award',
  title: '协税护税优胜奖',
  lane: 'single',
  clause: '四(三)2',
  status: 'issued',
  pools: ['town'],
  eligible: { who: 'tasked', indicators: ['tax'] },
  excluded: [{ unit: 'finance', clause: '四(二)' }],
  basis: [
    { by: 'completion', indicator: 'tax', best: 'high' },
    { by: 'actual', indicator: 'tax', best: 'high' },
  ],
  count: { least: 2, most: 3, decider: '领导小组' },
  boundaryTie: 'decide',
  prize: { value: '2', unit: '万元', per: 'winner' },
  ...parts,
})

/** Units by id, with target and actual of the tax indicator. */
function select(
  parts: Partial<Award>,
  units: Readonly<Record<string, readonly [string | null, string | null]>>,
  flags: Record<string, string[]> = {},
  decided?: number,
) {
  const pack = samplePack({
    indicators: [sampleIndicator('tax', '100')],
    awards: [award(parts)],
    vetoes: [
      {
        id: 'false-report',
        title: '虚报',
        flag: 'false-report',
        effect: 'no-award',
        awards: [],
        decider: '领导小组',
        evidence: '核定差额',
        clause: '四(五)',
      },
    ],
  })
  const facts = Object.entries(units).map(([id, [target, actual]]) =>
    sampleFacts({ id, targets: { tax: target }, actuals: { tax: actual }, flags: flags[id] ?? [] }),
  )
  const list = selectAward(pack, award(parts), facts, evaluatePool(pack, facts), decided)
  const why = (unit: string) => whyNotAwarded(pack, list, unit)
  return { list, why, sentence: (unit: string) => renderWhyNot(pack, why(unit), (id) => id, 'zh-CN') }
}

describe('an award', () => {
  const units = { a: ['10', '12'], b: ['10', '11'], c: ['20', '22'], d: ['10', '5'] } as const

  it('goes by completion, then by amount, to as many as the pack has least', () => {
    const { list } = select({}, units)
    expect(list.candidates.map(({ unit, place, standing }) => [unit, place, standing.kind])).toEqual([
      ['a', 1, 'winner'],
      ['c', 2, 'winner'],
      ['b', 3, 'behind'],
      ['d', 4, 'behind'],
    ])
    expect(list.cost).toBe('4')
  })

  it('by the total leaves out a unit that was given no task at all', () => {
    const parts: Partial<Award> = {
      lane: 'comprehensive',
      eligible: { who: 'any', indicators: [] },
      basis: [{ by: 'total', best: 'high' }],
    }
    const { list, sentence } = select(parts, { a: ['10', '12'], idle: [null, '5'] })
    expect(list.candidates.map(({ unit, place, standing }) => [unit, place, standing.kind])).toEqual([
      ['a', 1, 'winner'],
      ['idle', null, 'not-eligible'],
    ])
    expect(sentence('idle')).toBe('没有承担任务，不参加评选')
  })

  it('by a completion capped at 120 % is decided by the amount beyond it', () => {
    const basis: Award['basis'] = [
      { by: 'completion', indicator: 'tax', best: 'high', cap: '1.2' },
      { by: 'actual', indicator: 'tax', best: 'high' },
    ]
    const { list } = select(
      { basis, count: { least: 1, most: 1, decider: '领导小组' } },
      { a: ['1', '9'], b: ['10', '12'] },
    )
    expect(list.candidates.map(({ unit, keys }) => [unit, keys])).toEqual([
      ['b', ['1.2', '12']],
      ['a', ['1.2', '9']],
    ])
  })

  it('by a rate on a base of zero compares nobody who has none, and nobody below the least number of cases', () => {
    const growth: Award['basis'] = [
      {
        by: 'figure',
        title: '比上年增长',
        unit: '%',
        figure: {
          kind: 'growth',
          now: { kind: 'reported', key: 'tax' },
          before: { kind: 'target', key: 'tax' },
          fromZero: 'no-task',
        },
        best: 'high',
      },
    ]
    const minimum = { title: '签约项目', figure: { kind: 'reported', key: 'tax' }, value: '2' } as const
    const { list, sentence } = select(
      { basis: growth, minimum, eligible: { who: 'any', indicators: [] } },
      { a: ['10', '12'], b: ['0', '12'], c: ['1', '1'] },
    )
    expect(list.candidates.map(({ unit, standing }) => [unit, standing.kind])).toEqual([
      ['a', 'winner'],
      ['b', 'no-figure'],
      ['c', 'below-minimum'],
    ])
    expect(sentence('b')).toBe('比上年增长不适用：没有可比的基数')
    expect(sentence('c')).toBe('签约项目不足 2，不参评')
  })

  it('goes to a third where somebody decided so, and to no fourth', () => {
    expect(select({}, units, {}, 9).list.candidates.filter(({ standing }) => standing.kind === 'winner')).toHaveLength(
      3,
    )
  })

  it('tells who is behind, in which key and by how much', () => {
    const { why, sentence } = select({}, units)
    expect(why('b')).toMatchObject({ kind: 'behind', place: 3, last: 'c', key: { by: 'actual' }, gap: '11' })
    expect(why('d')).toMatchObject({ kind: 'behind', key: { by: 'completion' }, gap: '0.6' })
    expect(sentence('d')).toBe('排第 4，完成率比末位获奖单位c差 0.6')
    expect(why('a')).toEqual({ kind: 'awarded' })
  })

  it.each([
    ['decide', ['winner', 'at-the-line', 'at-the-line'], ['b', 'c']],
    ['all', ['winner', 'winner', 'winner'], ['b', 'c']],
    ['none', ['winner', 'behind', 'behind'], ['b', 'c']],
  ] as const)('tied at the line, is left to: %s', (boundaryTie, kinds, tie) => {
    const { list } = select({ boundaryTie }, { a: ['10', '12'], b: ['10', '11'], c: ['10', '11'] })
    expect(list.candidates.map(({ standing }) => standing.kind)).toEqual(kinds)
    expect(list.tie).toEqual(tie)
  })

  it('passes over the excluded, the vetoed, who had no task, and who cannot be judged yet', () => {
    const { list, why, sentence } = select(
      {},
      { finance: ['1', '9'], liar: ['1', '9'], free: [null, '9'], late: ['1', null], a: ['1', '1'] },
      { liar: ['false-report'] },
    )
    expect(list.candidates.map(({ unit, standing }) => [unit, standing.kind])).toEqual([
      ['a', 'winner'],
      ['finance', 'excluded'],
      ['liar', 'vetoed'],
      ['free', 'not-eligible'],
      ['late', 'undecided'],
    ])
    expect(why('finance')).toEqual({ kind: 'excluded', clause: '四(二)' })
    expect(why('late')).toMatchObject({ missing: [{ kind: 'actual', key: 'tax' }] })
    expect(sentence('liar')).toBe('因“虚报”取消评选资格（依据 四(五)）')
    expect(why('stranger')).toEqual({ kind: 'other-pool' })
  })

  it('without a task has a lane of its own, by amount', () => {
    const lane: Partial<Award> = {
      lane: 'without-task',
      eligible: { who: 'untasked', indicators: ['tax'] },
      basis: [{ by: 'actual', indicator: 'tax', best: 'high' }],
    }
    const { list } = select(lane, { a: ['10', '12'], b: [null, '3'], c: [null, '4'] })
    expect(list.candidates.map(({ unit }) => unit)).toEqual(['c', 'b', 'a'])
    expect(list.candidates.at(-1)?.standing.kind).toBe('not-eligible')
  })

  it('that is pending is listed and not selected', () => {
    const { list, why } = select({ status: 'pending' }, units)
    expect(list.status).toBe('pending')
    expect(why('a')).toEqual({ kind: 'pending' })
  })
})
