import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient, TestService } from '../testing/harness.ts'
import { runSteps, townsReported } from '../testing/run-steps.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
beforeAll(async () => {
  ;({ service, office, clerk } = await townsReported())
})

const { draft, sign, publish } = runSteps(() => office)

describe('a run', () => {
  it('of the same facts has the same hash, and is computed to it again', async () => {
    const [first, second] = [await draft(), await draft()]
    expect(second.hash).toBe(first.hash)
    expect(await (await office.get(`/runs/${first.number}/reexecution`)).json()).toEqual({
      number: first.number,
      stored: first.hash,
      computed: first.hash,
      same: true,
      differing: [],
    })
  })

  /** What somebody with the database in hand would do; the types forbid it on purpose. */
  const forge = async (number: string, column: 'inputs' | 'result', from: RegExp, to: string) => {
    const { [column]: kept } = await service.db
      .selectFrom('run')
      .select(column)
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const forged = kept.replace(from, to)
    expect(forged).not.toBe(kept)
    const change = { [column]: forged } as object
    await service.db.updateTable('run').set(change).where('number', '=', number).execute()
  }
  const reexecuted = async (number: string) => (await office.get(`/runs/${number}/reexecution`)).json()

  it('is found out when its stored inputs were changed', async () => {
    const { number, hash } = await draft()
    await forge(number, 'inputs', /"tax":"1650"/g, '"tax":"9650"')
    expect(await reexecuted(number)).toMatchObject({ stored: hash, same: false })
  })

  it('is found out when its stored result was changed', async () => {
    const { number } = await draft()
    await forge(number, 'result', /"rank":null/, '"rank":1')
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['result'] })
  })

  it.each([
    ['a row of its pages was changed', { shown: '{"rank":1}' }],
    ['the figures of a row were changed', { figures: '[]' }],
    ['two rows changed places', { unit: 'heping' }],
  ])('is found out when %s', async (_, change) => {
    const { number } = await draft()
    const row = service.db.updateTable('run_row').where('run', '=', number).where('unit', '=', 'xinxing')
    await row.set(change as object).execute()
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['rows'] })
  })

  it('is found out when a row of its pages was taken away or added', async () => {
    const { number } = await draft()
    const row = await service.db
      .selectFrom('run_row')
      .selectAll()
      .where('run', '=', number)
      .where('unit', '=', 'xinxing')
      .executeTakeFirstOrThrow()
    await service.db
      .insertInto('run_row')
      .values({ ...row, position: 99 })
      .execute()
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['rows'] })
    await service.db.deleteFrom('run_row').where('run', '=', number).where('unit', '=', 'xinxing').execute()
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['rows'] })
  })

  it('does not exist for anybody else before it is published', async () => {
    const { number } = await draft()
    const paths = ['', '/workbook', '/reexecution', '/tables/ranking-town.csv'].map((path) => `/runs/${number}${path}`)
    const seen = async (client: TestClient) => {
      const { runs } = (await (await client.get('/runs')).json()) as { runs: { number: string }[] }
      const answers = await Promise.all(paths.map((path) => client.get(path)))
      return [runs.some((run) => run.number === number), ...answers.map(({ status }) => status)]
    }
    const verifier = await service.signIn('verify-drc')
    const missing = [false, 404, 404, 404, 404]
    expect(await seen(clerk)).toEqual(missing)
    await sign(number)
    expect([await seen(clerk), await seen(verifier)]).toEqual([missing, missing])
    await publish(number)
    const there = [true, 200, 200, 200, 200]
    expect([await seen(clerk), await seen(verifier)]).toEqual([there, there])
  })
})
