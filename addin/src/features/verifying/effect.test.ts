import { describe, expect, it } from 'vitest'
import { pack, unitOf } from '../../testing/campaign.ts'
import { figureItem, queued, rowItem } from '../../testing/queue.ts'
import { newDraft, type Drafts } from './drafts.ts'
import { effectsOf } from './effect.ts'
import { linesOf } from './items.ts'

const grant = (name: string, amount: string) => ({
  name,
  documentNumber: `辽财指〔2019〕${name}号`,
  source: '省财政厅',
  amount,
  arrivalDate: '2019-04-20',
})
const funds = queued('funds', [rowItem('5-01', 0, grant('甲', '500')), rowItem('5-02', 2, grant('乙', '320.5'))])
const lines = linesOf(pack, funds)
const [first, second] = lines
if (!first || !second) throw new Error('no lines')
const effect = (drafts: Drafts) => effectsOf(pack, unitOf('xinxing'), funds, lines, drafts)[0]

describe('what an indicator becomes', () => {
  it('is what was reported while nothing is decided otherwise', () => {
    expect(effect({})).toMatchObject({ indicator: 'funds', reported: '820.5', decided: '820.5', difference: '0' })
  })

  it('follows the amount of a row, by the rules that will score it', () => {
    const draft = { ...newDraft(first, 'adjust', '核'), adjustment: { cells: { amount: '400' } } }
    expect(effect({ [first.key]: draft })).toMatchObject({ decided: '720.5', difference: '-100' })
  })

  it('leaves a struck row out', () => {
    const draft = { ...newDraft(second, 'adjust', '核'), adjustment: { struck: true } as const }
    expect(effect({ [second.key]: draft })).toMatchObject({ decided: '500', difference: '-320.5' })
  })

  it('is that of a decision in force, until another one is drafted', () => {
    const decision = {
      bureau: 'finance',
      verdict: 'adjust' as const,
      adjustment: { value: '1650.5' },
      reason: '退库',
      by: 'verify-finance',
      at: '2019-06-18T01:00:00Z',
    }
    const tax = queued('tax', [figureItem('1800', { decision })])
    const own = linesOf(pack, tax)
    const [line] = own
    if (!line) throw new Error('no line')
    const of = (drafts: Drafts) => effectsOf(pack, unitOf('xinxing'), tax, own, drafts)[0]?.decided
    expect(of({})).toBe('1650.5')
    expect(of({ [line.key]: newDraft(line, 'approve') })).toBe('1800')
  })
})
