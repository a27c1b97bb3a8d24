import { describe, expect, it } from 'vitest'
import { memoryKeep } from '../../api/keep.ts'
import { outbox, type OutboxItem } from './outbox.ts'

const item = (key: string, workbook: string): OutboxItem => ({
  key,
  savedAt: Number(key),
  formTitle: '附件1',
  workbook,
  submission: {
    form: 'investment',
    window: 'w',
    pack: '',
    basis: '',
    record: { form: 'investment', template: 1, cells: {}, ledgers: {} },
    reasons: {},
    preview: { inputs: '', result: '' },
  },
})

describe('the outbox of two workbooks on one machine', () => {
  it('keeps their sentences apart, and those of another person too', async () => {
    const keep = memoryKeep()
    await outbox(keep, 'xinxing', '甲').keepReasons('investment', '甲', { a: '甲的说明' })
    expect(await outbox(keep, 'xinxing', '甲').reasons('investment')).toEqual({ a: '甲的说明' })
    expect(await outbox(keep, 'xinxing', '乙').reasons('investment')).toEqual({})
    expect(await outbox(keep, 'heping', '甲').reasons('investment')).toEqual({})
  })

  it('hands every report that waits to whoever is open, and what was turned down to its own workbook only', async () => {
    const keep = memoryKeep()
    const [one, other] = [outbox(keep, 'xinxing', '甲'), outbox(keep, 'xinxing', '乙')]
    await one.save(item('1', '甲'))
    await other.save({ ...item('2', '乙'), refused: { type: 'window-closed', code: 'window-closed' } })
    expect((await other.waiting()).map(({ key }) => key)).toEqual(['1'])
    expect(await one.refused()).toEqual([])
    expect((await other.refused()).map(({ key }) => key)).toEqual(['2'])
  })
})
