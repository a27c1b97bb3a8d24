import { describe, expect, it } from 'vitest'
import { pack } from '../../testing/campaign.ts'
import { figureItem, queued, rowItem } from '../../testing/queue.ts'
import { faultOf, newDraft, toSend, wholeReturn, withoutSent, type Draft } from './drafts.ts'
import { linesOf } from './items.ts'

const report = queued('tax', [figureItem('1800')])
const [line] = linesOf(pack, report)
if (!line) throw new Error('no line')
const adjust = (value: string, reason = '退库'): Draft => ({
  ...newDraft(line, 'adjust', reason),
  adjustment: { value },
})

describe('a draft', () => {
  it.each([
    ['认可', newDraft(line, 'approve'), null],
    ['核减 with figure and reason', adjust('1650.5'), null],
    ['核减 without a figure', newDraft(line, 'adjust', '退库'), 'no-figure'],
    ['核减 to what is no figure', adjust('约1600'), 'not-a-figure'],
    ['核减 below zero', adjust('-1'), 'not-a-figure'],
    ['核减 to what was reported', adjust('1800'), 'nothing-changed'],
    ['核减 without a reason', adjust('1650.5', ' '), 'no-reason'],
    ['退回 without a reason', newDraft(line, 'return'), 'no-reason'],
    ['退回 with a reason', newDraft(line, 'return', '附凭证'), null],
  ] as const)('of %s', (_, draft, fault) => {
    expect(faultOf(line, draft)).toBe(fault)
  })

  it('wants a second look when the unit has reported something else since', () => {
    const [again] = linesOf(pack, queued('tax', [figureItem('1900')], { number: '2019-000002' }))
    expect(again && faultOf(again, newDraft(line, 'approve'))).toBe('outdated')
  })

  it('holds when the unit has reported again and left this figure as it was', () => {
    const [again] = linesOf(pack, queued('tax', [figureItem('1800')], { number: '2019-000002' }))
    expect(again && faultOf(again, newDraft(line, 'approve'))).toBeNull()
  })
})

describe('what is sent', () => {
  const funds = queued('funds', [
    rowItem('5-01', 0, { name: '甲', amount: '500' }),
    rowItem('5-02', 1, { name: '乙', amount: '320' }),
  ])
  const lines = linesOf(pack, funds)
  const entries = [{ report: funds, lines }]
  const [first, second] = lines
  if (!first || !second) throw new Error('no lines')

  it('is what is complete; the rest stays', () => {
    const drafts = { [first.key]: newDraft(first, 'approve'), [second.key]: newDraft(second, 'return') }
    const [parcel] = toSend(entries, drafts)
    expect(parcel).toEqual({ report: '2019-000001', decisions: [{ item: '5-01', verdict: 'approve' }] })
    expect(parcel && Object.keys(withoutSent(drafts, funds, parcel))).toEqual([second.key])
  })

  it('is the return of the whole report alone, where it is returned', () => {
    const drafts = { 'xinxing/funds/*': wholeReturn(funds, '附件不全 '), [first.key]: newDraft(first, 'approve') }
    const [parcel] = toSend(entries, drafts)
    expect(parcel?.decisions).toEqual([{ item: '*', verdict: 'return', reason: '附件不全' }])
    expect(parcel && withoutSent(drafts, funds, parcel)).toEqual({})
  })
})
