import { describe, expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'
import { grantRow, funds } from '../testing/records.ts'

describe('the log', () => {
  it('has a line with a request id for every request, and no figure, name or note of what was handed in', async () => {
    const service = await testService()
    const clerk = await service.signIn('xinxing')
    const receipt = await service.submit(clerk, investment('6543.21', '独一无二的备注'))
    await service.submit(clerk, funds(grantRow('与众不同的项目', '987654.32')))
    await clerk.get('/standing?window=2019-06-1')
    await clerk.get(`/receipts/${receipt.number}?figure=6543.21`)
    const bad = await service.draft(clerk, investment('约七千六百五十四万'))
    expect((await clerk.post('/submissions', bad, { 'idempotency-key': 'key-bad-0000' })).status).toBe(422)
    const office = await service.signIn('office')
    await office.get('/rankings?window=2019-06-1&pool=town')

    const lines = service.lines.map(({ fields, message }) => JSON.stringify({ ...fields, message }))
    expect(lines.length).toBeGreaterThan(7)
    for (const line of lines) {
      expect(line).toMatch(/"requestId":"[\w-]{10,}"/)
      expect(line).not.toMatch(/6543|987654|独一无二|与众不同|七千/)
    }
    await service.close()
  })

  it('names what went wrong inside, and not what it went wrong with', async () => {
    const service = await testService()
    const clerk = await service.signIn('xinxing')
    const body = await service.draft(clerk, investment('6543.21'))
    await service.db.schema.alterTable('parity_mismatch').renameTo('gone').execute()
    const unlike = { ...body, preview: { inputs: '0'.repeat(64), result: '0'.repeat(64) } }
    const response = await clerk.post('/submissions', unlike, { 'idempotency-key': 'key-gone-0000' })
    expect(response.status).toBe(500)
    const errors = service.lines.filter(({ message }) => message === 'unexpected')
    expect(errors).toHaveLength(1)
    expect(JSON.stringify(errors)).toContain('parity_mismatch')
    expect(JSON.stringify(errors)).not.toContain('6543')
  })
})
