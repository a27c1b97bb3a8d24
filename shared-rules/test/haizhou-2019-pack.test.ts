import { describe, expect, it } from 'vitest'
import { dayNumber, packSchema, weekday } from '../src/index.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('haizhou-2019')

describe('the pack haizhou-2019', () => {
  it('is plain data: it survives JSON and its own schema unchanged', () => {
    expect(packSchema.parse(JSON.parse(JSON.stringify(pack)))).toEqual(pack)
  })

  it('says wherever a score shows that weights are an example', () => {
    expect(pack.official).toBe(false)
    expect(pack.notice).toContain('示例(非官方)')
  })

  it('names each thing once', () => {
    for (const list of [pack.indicators, pack.awards, pack.vetoes, pack.questions, pack.calendar.windows, pack.forms]) {
      const ids = list.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describe('the targets of the district', () => {
  it('are those of 一(二), in 万元 and 个', () => {
    expect(pack.districtTargets.map(({ key, value, unit }) => `${key} ${value} ${unit}`)).toEqual([
      'investment 220000 万元',
      'newProjects 20 个',
      'largeProjects 6 个',
      'reserves 30 个',
      'completions 10 个',
      'enclave 58000 万元',
      'tax 36870 万元',
      'funds 162000 万元',
    ])
  })

  it('have an indicator each', () => {
    const targets = pack.indicators.map(({ target }) => target)
    expect(targets).toEqual(expect.arrayContaining(pack.districtTargets.map(({ key }) => key)))
  })
})

describe('the weights', () => {
  it.each(['town', 'department'])('of %s add up to 100, what is pending or taken off carrying none', (pool) => {
    const weights = pack.indicators.map((indicator) => Number(indicator.weights[pool] ?? '0'))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100)
    const pending = pack.indicators.filter(({ status }) => status === 'pending')
    expect(pending.map(({ id, weights, measure }) => [id, weights, measure])).toEqual([
      ['domestic-capital', {}, null],
      ['foreign-capital', {}, null],
    ])
  })

  it('of size rise with the size, at 1, 5, 10 and 20 亿 inclusive', () => {
    const tiers = pack.sizeTiers[0]?.tiers ?? []
    expect(tiers.map(({ from, inclusive }) => [from, inclusive])).toEqual([
      ['10000', true],
      ['50000', true],
      ['100000', true],
      ['200000', true],
    ])
    const points = tiers.map((tier) => Number(tier.points))
    expect(points).toEqual(points.toSorted((a, b) => a - b))
  })
})

describe('the awards', () => {
  it('are two comprehensive lists of five at 5万元 and ten single lists of two or three at 2万元', () => {
    const shape = (lane: string) =>
      pack.awards
        .filter((award) => award.lane === lane)
        .map(({ count, prize }) => `${count.least}-${count.most} × ${prize.value}${prize.unit}`)
    expect(shape('comprehensive')).toEqual(['5-5 × 5万元', '5-5 × 5万元'])
    expect(shape('single')).toEqual(Array.from({ length: 10 }, () => '2-3 × 2万元'))
  })

  it('keep the two bureaus that judge 争取资金 out of it, as the indicator does', () => {
    const excluded = [
      { unit: 'drc', clause: '四(二)' },
      { unit: 'finance', clause: '四(二)' },
    ]
    expect(pack.awards.find(({ id }) => id === 'funds-award')).toMatchObject({ pools: ['department'], excluded })
    expect(pack.indicators.find(({ id }) => id === 'funds')?.excluded).toEqual(excluded)
  })

  it('ask only for indicators that exist, and wait where those are pending', () => {
    const status = new Map(pack.indicators.map(({ id, status }) => [id, status]))
    for (const award of pack.awards) {
      const asked = award.eligible.indicators.map((id) => status.get(id))
      expect(asked, award.id).not.toContain(undefined)
      expect(award.status, award.id).toBe(asked.includes('pending') ? 'pending' : 'issued')
    }
  })
})

describe('the vetoes', () => {
  it('bar nothing by themselves until the office has decided (A11)', () => {
    expect(pack.vetoes.map(({ effect, awards }) => [effect, awards])).toEqual(pack.vetoes.map(() => ['note-only', []]))
  })
})

describe('the open questions', () => {
  it('are A1 to A20, each with a default, all waiting for the office', () => {
    expect(pack.questions.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => `A${index + 1}`))
    expect(new Set(pack.questions.map(({ status }) => status))).toEqual(new Set(['awaiting']))
  })
})

describe('the calendar of 2019', () => {
  const { windows, holidays, workdays } = pack.calendar
  const halfMonths = windows.filter(({ kind }) => kind === 'half-month')
  const number = (day: string): number => dayNumber(day) ?? NaN

  it('has 24 half-months that cover the year without gap or overlap, a half-year and a year end', () => {
    expect(halfMonths).toHaveLength(24)
    expect([halfMonths[0]?.start, halfMonths.at(-1)?.end]).toEqual(['2019-01-01', '2019-12-31'])
    halfMonths.slice(1).forEach((window, index) => {
      expect(number(window.start)).toBe(number(halfMonths[index]?.end ?? '') + 1)
    })
    expect(windows.filter(({ kind }) => kind !== 'half-month').map(({ id, end }) => [id, end])).toEqual([
      ['2019-h1', '2019-06-30'],
      ['2019-year', '2019-12-31'],
    ])
  })

  it('lists holidays on weekdays and working days on weekends only', () => {
    const isWeekend = ({ date }: { date: string }): boolean => [0, 6].includes(weekday(number(date)))
    expect(holidays.filter(isWeekend)).toEqual([])
    expect(workdays.filter((day) => !isWeekend(day))).toEqual([])
  })

  it('makes every window due on the second working day after its end', () => {
    const isWorking = (day: number): boolean => {
      const listed = (days: readonly { date: string }[]): boolean => days.some(({ date }) => number(date) === day)
      return listed(workdays) || (![0, 6].includes(weekday(day)) && !listed(holidays))
    }
    for (const { id, end, due } of windows) {
      const dueDay = number(due.slice(0, 10))
      const between = Array.from({ length: dueDay - number(end) }, (_, index) => number(end) + index + 1)
      expect(between.filter(isWorking).length, id).toBe(2)
      expect(isWorking(dueDay), id).toBe(true)
      expect(due.slice(10), id).toBe('T17:30:00+08:00')
    }
  })

  it.each([
    ['2019-01-2', '2019-02-02'],
    ['2019-04-2', '2019-05-06'],
    ['2019-05-2', '2019-06-04'],
    ['2019-06-1', '2019-06-18'],
    ['2019-09-2', '2019-10-09'],
    ['2019-12-2', '2020-01-03'],
  ])('makes %s due on %s', (id, day) => {
    expect(windows.find((window) => window.id === id)?.due.slice(0, 10)).toBe(day)
  })
})

describe('the activities', () => {
  const { activities = [] } = pack

  it('are the six of 三, each in its months, the last without a day because the notice names none', () => {
    expect(activities.map(({ clause, when, from, to }) => [clause, when, from, to])).toEqual([
      ['三(一)', '2月份', '2019-02-01', '2019-02-28'],
      ['三(二)', '3—4月份', '2019-03-01', '2019-04-30'],
      ['三(三)', '5月份', '2019-05-01', '2019-05-31'],
      ['三(四)', '7月份', '2019-07-01', '2019-07-31'],
      ['三(五)', '9月份', '2019-09-01', '2019-09-30'],
      ['三(六)', '年末', null, null],
    ])
  })

  it('go by the half-year and by the year end where they assess', () => {
    expect(activities.flatMap(({ window }) => window ?? [])).toEqual(['2019-h1', '2019-year'])
  })
})
