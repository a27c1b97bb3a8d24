import { packHash } from '@kaohe/shared-rules'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chainHead, auditEntries } from '../audit/store.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { ProblemError } from '../problem.ts'
import { investment, testService, type TestService } from '../testing/harness.ts'
import { verifyReports } from './audited-reports.ts'
import { submitting } from './submit.ts'
import type { Sender, Submission } from './submission.ts'

const campaign = { id: 'haizhou-2019', title: '', year: 2019 }
let service: TestService
beforeEach(async () => {
  service = await testService()
})
afterEach(() => service.close())

const submitter = () => {
  const { db, pack } = service
  return submitting({ db, campaign, pack, packHash: packHash(pack), clock: { now: () => now, demo: true } })
}
const now = new Date('2019-06-18T01:00:00Z')

async function senderOf(unit: string, idempotencyKey = `key-of-${unit}`): Promise<Sender> {
  const { id } = await service.db
    .selectFrom('account')
    .select('id')
    .where('username', '=', unit)
    .executeTakeFirstOrThrow()
  return { account: id, username: unit, unit, idempotencyKey, savedAt: null, requestId: 'request-1' }
}
const bodyOf = async (unit: string, record = investment('6500')): Promise<Submission> =>
  service.draft(await service.signIn(unit), record)
const receiptOf = async (answer: ReturnType<ReturnType<typeof submitting>>) => (await answer).receipt
const refusalOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'taken',
    (error: unknown) => (error instanceof ProblemError ? error.problem.type : error),
  )

/** All that the log and the reports have to say against each other. */
async function faults() {
  const entries = await auditEntries(service.db, campaign.id)
  const counted = await chainHead(service.db, campaign.id)
  return [...verifyChain(campaign.id, entries, counted), ...(await verifyReports(service.db, campaign.id, entries))]
}

describe('reports that come at once', () => {
  it('each get their own receipt, numbered in the order they came, and a line in the log', async () => {
    const submit = submitter()
    const units = service.units.slice(0, 12).map(({ id }) => id)
    const sent = await Promise.all(
      units.map(async (unit) => ({ sender: await senderOf(unit), body: await bodyOf(unit) })),
    )
    const receipts = await Promise.all(sent.map(({ sender, body }) => receiptOf(submit(sender, body))))
    expect(receipts.map(({ unit, number }) => [unit.id, number])).toEqual(
      units.map((unit, at) => [unit, `2019-${String(at + 1).padStart(6, '0')}`]),
    )
    const entries = await auditEntries(service.db, campaign.id)
    expect(entries.filter(({ action }) => action === 'report.received').map(({ actor }) => actor)).toEqual(units)
    expect(await faults()).toEqual([])
  })

  it('are refused each for itself', async () => {
    const submit = submitter()
    const good = { sender: await senderOf('xinxing'), body: await bodyOf('xinxing') }
    const stale = { sender: await senderOf('heping'), body: { ...(await bodyOf('heping')), basis: '0'.repeat(64) } }
    const wrong = { sender: await senderOf('xishan'), body: { ...(await bodyOf('xishan')), form: 'no-such-form' } }
    const last = { sender: await senderOf('hebei'), body: await bodyOf('hebei') }
    const answers = [good, stale, wrong, last].map(({ sender, body }) => submit(sender, body))
    expect(await Promise.all(answers.map(refusalOf))).toEqual([
      'taken',
      'standing-outdated',
      'invalid-request',
      'taken',
    ])
    expect(await receiptOf(submit(good.sender, good.body))).toMatchObject({ number: '2019-000001' })
    expect(await receiptOf(submit(last.sender, last.body))).toMatchObject({ number: '2019-000002' })
    expect(await faults()).toEqual([])
  })

  it('from one unit are judged one after the other', async () => {
    const submit = submitter()
    const body = await bodyOf('xinxing')
    const first = submit(await senderOf('xinxing', 'first-key'), body)
    const again = submit(await senderOf('xinxing', 'first-key'), body)
    const second = submit(await senderOf('xinxing', 'second-key'), body)
    expect(await first).toMatchObject({ kind: 'new' })
    expect(await again).toEqual({ kind: 'repeated', receipt: (await first).receipt })
    expect(await refusalOf(second)).toBe('standing-outdated')
  })
})

describe('what reports are judged by', () => {
  it('is read anew once another process has changed it', async () => {
    const submit = submitter()
    await submit(await senderOf('heping'), await bodyOf('heping'))
    const office = await service.signIn('office')
    // Through the service, which keeps a register of its own: to `submit` it is another process.
    const lock = (locked: boolean) =>
      office.post('/windows/2019-06-1/lock', { locked, decider: '领导小组', reason: '到期' })
    expect((await lock(true)).status).toBe(200)
    const body = await bodyOf('xinxing')
    expect(await refusalOf(submit(await senderOf('xinxing'), body))).toBe('window-closed')
    await lock(false)
    expect(await refusalOf(submit(await senderOf('xinxing'), body))).toBe('taken')
  })
})
