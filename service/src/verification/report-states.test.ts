import { beforeEach, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { funds, grantRow, tax } from '../testing/records.ts'
import { problem, standings } from '../testing/verification-steps.ts'

let service: TestService
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})

const { standing } = standings(() => clerk)

describe('a report', () => {
  const stateOf = async (form: string, client = clerk) =>
    (await standing(client)).forms.find((one) => one.form === form)?.state

  it('that is blank is 空表, of zero is 零报告, and missing is 未报: three different states', async () => {
    expect(await stateOf('tax')).toBe('not-reported')
    await service.submit(clerk, tax(null))
    expect(await stateOf('tax')).toBe('empty')
    await service.submit(clerk, tax('0'))
    expect(await stateOf('tax')).toBe('nil')
    await service.submit(clerk, tax('1'))
    expect(await stateOf('tax')).toBe('reported')
  })

  it('with an empty ledger is 零报告 only when the unit says so', async () => {
    await service.submit(clerk, funds())
    expect(await stateOf('funds')).toBe('empty')
    await service.submit(clerk, funds(), undefined, { nil: true })
    expect(await stateOf('funds')).toBe('nil')
  })

  it('that holds something cannot be declared 零报告', async () => {
    const more = { ...(await service.draft(clerk, funds(grantRow('1', '500')))), nil: true }
    const response = await clerk.post('/submissions', more, { 'idempotency-key': 'key-000001' })
    expect(await problem(response)).toMatchObject({ status: 400, issues: [{ path: 'nil' }] })
  })

  it('nobody asked for is 不适用', async () => {
    expect(await stateOf('investment', await service.signIn('health'))).toBe('not-applicable')
  })
})
