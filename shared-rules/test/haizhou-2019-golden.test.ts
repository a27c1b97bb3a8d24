import { describe, expect, it } from 'vitest'
import { checkRecord, evaluateUnit, factsOfRecords, type FormRecord, type UnitFacts } from '../src/index.ts'
import golden from './golden.json' with { type: 'json' }
import { readPack } from './read-pack.ts'

const pack = readPack('haizhou-2019')
const { unit, targets, asOf, until, records, faulty } = golden

/** What is not in order: check and place, with the suggestion where there is one. */
function complaints(of: Readonly<Record<string, FormRecord>>, form: string): readonly string[] {
  const description = pack.forms.find(({ id }) => id === form)
  const record = of[form]
  if (!description || !record) throw new TypeError(`no form ${form}`)
  return checkRecord(pack, description, record, { unit, targets, previous: null, asOf, until })
    .filter(({ outcome }) => outcome.status === 'failed' || outcome.status === 'undecided')
    .map(({ check, outcome, paths, suggestion }) => {
      const mark = outcome.status === 'undecided' ? '? ' : ''
      return `${mark}${check}@${paths[0] ?? ''}${suggestion ? ` → ${suggestion.value}` : ''}`
    })
}

describe('five forms in order', () => {
  it.each(['investment', 'enclave', 'tax', 'funds'])('have nothing said of %s', (form) => {
    expect(complaints(records, form)).toEqual([])
  })

  it('have one piece of advice: a started project of 1亿 is not registered', () => {
    expect(complaints(records, 'projects')).toEqual(['unregistered-start@projects.1.registered'])
  })

  const facts = factsOfRecords(pack, unit, targets, records)
  const result = evaluateUnit(pack, facts)

  it('come to the figures a person counts', () => {
    expect(Object.fromEntries(result.indicators.map(({ indicator, actual }) => [indicator, actual]))).toEqual({
      investment: '15000',
      'new-projects': '2',
      'large-projects': '1',
      'project-scale': '1',
      reserves: '1',
      completions: '1',
      enclave: '4800',
      tax: '4620',
      funds: '4500',
      'unregistered-projects': '1',
      'domestic-capital': null,
      'foreign-capital': null,
    })
  })

  it('earn the points a person adds up', () => {
    expect(Object.fromEntries(result.indicators.map(({ indicator, shown }) => [indicator, shown]))).toEqual({
      investment: '18.75',
      'new-projects': '12.00',
      'large-projects': '8.00',
      'project-scale': '1.00',
      reserves: '5.00',
      completions: '10.00',
      enclave: '8.00',
      tax: '11.00',
      funds: '5.00',
      'unregistered-projects': '-0.50',
      'domestic-capital': null,
      'foreign-capital': null,
    })
    expect(result.total).toMatchObject({ kind: 'total', shown: '78.25' })
  })
})

describe('five forms full of faults', () => {
  it('have each fault of 附件1 named', () => {
    expect(complaints(faulty, 'investment')).toEqual(['unreadable-cell@note', 'investment-unit-slip@reported → 20000'])
  })

  it('have each fault of 附件2 named, what hangs on an unreadable cell undecided, and the blank row let be', () => {
    expect(complaints(faulty, 'projects')).toEqual([
      'unreadable-cell@projects.0.totalInvestment → 2000',
      'unreadable-cell@projects.2.kind',
      'unreadable-cell@projects.2.yearInvestment',
      'unreadable-cell@projects.2.startDate',
      'owner-missing@projects.2.owner',
      'team-missing@projects.0.team',
      '? team-missing@projects.2.team',
      '? investment-negative@projects.0.totalInvestment',
      '? investment-negative@projects.2.yearInvestment',
      '? year-above-total@projects.0.yearInvestment',
      'year-above-total@projects.1.yearInvestment',
      '? year-above-total@projects.2.yearInvestment',
      '? project-unit-slip@projects.0.totalInvestment',
      'project-unit-slip@projects.2.totalInvestment → 5000',
      'stage-behind-start@projects.0.stage',
      'completion-before-start@projects.1.completionDate',
      '? project-date-ahead@projects.2.startDate',
      'row-number-repeated@projects.0.number',
    ])
  })

  it('have each fault of 附件3, 4 and 5 named', () => {
    expect(complaints(faulty, 'enclave')).toEqual([
      'shares-off-hundred@enclaves.0.ownShare',
      'amount-negative@enclaves.0.amount',
      'arrival-ahead@enclaves.0.arrivalDate',
    ])
    expect(complaints(faulty, 'tax')).toEqual(['tax-blank@reported'])
    expect(complaints(faulty, 'funds')).toEqual(['grants-empty@grants.0.name'])
  })

  it('have their score withheld, with the cells that are missing', () => {
    const result = evaluateUnit(pack, factsOfRecords(pack, unit, targets, faulty))
    expect(result.total.kind).toBe('withheld')
    const status = Object.fromEntries(result.indicators.map(({ indicator, status }) => [indicator, status]))
    expect(status).toMatchObject({ tax: 'undecided', 'new-projects': 'undecided', funds: 'scored' })
  })
})

const project = (totalInvestment: string, more: Readonly<Record<string, string | null>> = {}) => ({
  kind: '新建',
  stage: '入统',
  startDate: '2019-03-01',
  registered: '是',
  totalInvestment,
  ...more,
})
function figuresOf(...projects: readonly Readonly<Record<string, string | null>>[]) {
  const facts: UnitFacts = {
    ...factsOfRecords(pack, unit, { ...targets, largeProjects: '100' }, {}),
    items: { projects: projects.map((each) => ({ ...each })), enclaves: [], grants: [] },
  }
  const { indicators } = evaluateUnit(pack, facts)
  return (id: string) => indicators.find(({ indicator }) => indicator === id)
}

describe('the thresholds of the notice', () => {
  it.each([
    ['4999.99', '0', '0'],
    ['5000', '1', '0'],
    ['9999.99', '1', '0'],
    ['10000', '1', '1'],
  ])('count a new start of %s 万元 as %s from 5000万 and %s from 1亿', (size, fromFiveThousand, fromHundredMillion) => {
    const figure = figuresOf(project(size))
    expect(figure('new-projects')?.actual).toBe(fromFiveThousand)
    expect(figure('large-projects')?.actual).toBe(fromHundredMillion)
  })

  it.each([
    ['9999.99', '0.00'],
    ['10000', '1.00'],
    ['49999.99', '1.00'],
    ['50000', '2.00'],
    ['99999.99', '2.00'],
    ['100000', '3.00'],
    ['199999.99', '3.00'],
    ['200000', '5.00'],
  ])('put a new start of %s 万元 in the tier worth %s', (size, points) => {
    expect(figuresOf(project(size))('project-scale')?.shown).toBe(points)
  })

  it('never let size make up for the number of projects', () => {
    const figure = figuresOf(project('200000'), project('200000'))
    expect(figure('project-scale')?.shown).toBe('5.00')
    expect(figure('large-projects')?.completion).toBe('0.02')
  })

  it.each([
    ['2018-12-31', '0'],
    ['2019-01-01', '1'],
    ['2019-12-31', '1'],
    ['2020-01-01', '0'],
  ])('count a start on %s as %s', (startDate, count) => {
    expect(figuresOf(project('5000', { startDate }))('new-projects')?.actual).toBe(count)
  })

  it.each([
    ['4999.99', '0'],
    ['5000', '1'],
  ])('count a completion of %s 万元 as %s, moved out of the register or not', (size, count) => {
    for (const stage of ['竣工', '移出']) {
      const figure = figuresOf(
        project(size, { stage, kind: '续建', startDate: '2018-03-01', completionDate: '2019-05-01' }),
      )
      expect(figure('completions')?.actual).toBe(count)
    }
  })

  it.each([
    ['9999.99', '0'],
    ['10000', '1'],
  ])('count a reserve of %s 万元 as %s', (size, count) => {
    expect(figuresOf(project(size, { stage: '储备', startDate: null }))('reserves')?.actual).toBe(count)
  })
})

describe('争取资金 of 发改局 and 财政局', () => {
  it.each(['drc', 'finance'])('takes no part for %s, with the clause, and is not zero', (id) => {
    const department = { id, name: id, pool: 'department', order: 1 }
    const facts = factsOfRecords(pack, department, { funds: '5000' }, { funds: records.funds })
    const funds = evaluateUnit(pack, facts).indicators.find(({ indicator }) => indicator === 'funds')
    expect(funds).toMatchObject({ status: 'excluded', points: null, shown: null, clause: '四(二)' })
  })
})
