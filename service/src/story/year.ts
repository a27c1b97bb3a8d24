import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { FormRecord } from '@kaohe/shared-rules'
import type { Receipt } from '../reports/receipt.ts'
import type { RunView } from '../runs/run-view.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { storeForProcesses } from '../testing/stores.ts'
import type { QueuedReport } from '../verification/queue.ts'
import { recordsOf } from './town-records.ts'
import { reported, supplied, towns, type Part, type Town } from './year-figures.ts'

const windows = { half: '2019-h1', year: '2019-year' } as const
export type Year = ReturnType<typeof openYear>

export const json = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** A service for the tests around it, with everybody signed in who has a part in the year, and what they do. */
export function openYear() {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-year-'))
  let databaseUrl: string
  let service: TestService
  const clients = new Map<string, TestClient>()
  const receipts = new Map<string, Receipt>()
  const runs = new Map<Part, RunView>()
  beforeAll(async () => {
    databaseUrl = await storeForProcesses(folder)
    service = await testService({ databaseUrl })
    for (const name of [...towns, 'supervision', 'office', 'leader']) clients.set(name, await service.signIn(name))
    for (const bureau of ['statistics', 'drc', 'finance']) {
      clients.set(`verify-${bureau}`, await service.signIn(`verify-${bureau}`))
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const as = (username: string): TestClient => {
    const client = clients.get(username)
    if (!client) throw new Error(username)
    return client
  }
  const post = async <T = object>(who: string, path: string, body: object) => json<T>(await as(who).post(path, body))
  const get = async <T>(who: string, path: string) => json<T>(await as(who).get(path))
  const receiptOf = (unit: Town, form: string) => receipts.get(`${unit}/${form}`)
  async function handIn(unit: Town, record: FormRecord, part: Part, more: object = {}): Promise<Receipt> {
    const receipt = await service.submit(as(unit), record, windows[part], more)
    receipts.set(`${unit}/${record.form}`, receipt)
    return receipt
  }

  /** Hands in everything but the tax of a town. */
  async function handInAll(unit: Town, part: Part): Promise<void> {
    for (const [record, more] of recordsOf(unit, part)) await handIn(unit, record, part, more)
  }

  /** 统计局 supplies, the others approve whatever they have not decided about. */
  async function verifyRest(part: Part): Promise<void> {
    const figures = towns.map((unit) => ({
      unit,
      indicator: 'investment',
      value: String(supplied(reported[unit][part].investment)),
    }))
    await post('verify-statistics', '/verifications/supplies', { window: windows[part], figures })
    for (const bureau of ['verify-drc', 'verify-finance', 'verify-statistics']) {
      const { reports } = await get<{ reports: QueuedReport[] }>(bureau, `/verifications?window=${windows[part]}`)
      for (const { number, open } of reports) {
        if (open > 0) await post(bureau, '/verifications', { report: number, decisions: [], rest: 'approve' })
      }
    }
  }

  async function draft(part: Part, title: string): Promise<RunView> {
    const { run } = await post<{ run: RunView }>('office', '/runs', { window: windows[part], title })
    runs.set(part, run)
    return run
  }
  async function publish({ number }: RunView): Promise<void> {
    expect((await as('xinxing').get(`/runs/${number}`)).status).toBe(404)
    await post('leader', `/runs/${number}/signature`, { decider: '领导小组', document: `纪要 ${number}` })
    expect((await as('xinxing').get(`/runs/${number}`)).status).toBe(404)
    await post('office', `/runs/${number}/publication`, {})
    expect((await as('xinxing').get(`/runs/${number}`)).status).toBe(200)
  }

  return {
    service: () => service,
    databaseUrl: () => databaseUrl,
    ...{ as, post, get, receiptOf, handIn, handInAll, verifyRest, draft, publish, runs },
  }
}
