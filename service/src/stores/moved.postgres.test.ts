import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../db/connect.ts'
import { tablesInOrder } from '../db/tables.ts'
import type { Receipt } from '../reports/receipt.ts'
import { added, fileOf, listed, pdfOf } from '../testing/evidence-steps.ts'
import { investment, testService, type TestService } from '../testing/harness.ts'
import { grantRow, funds, projectRow, projects } from '../testing/records.ts'
import { runCommand } from '../testing/run-command.ts'
import { startServed, type Served } from '../testing/served.ts'
import { expectSound } from '../testing/sound-store.ts'
import { freshStore } from '../testing/stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-moved-'))
const fileUrl = (name: string) => `sqlite:${join(folder, name)}`
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let served: Served | undefined
afterEach(() => served?.child.kill('SIGKILL'))

/** An evidence file in several pieces. */
const photo = new Uint8Array(400_000).map((_, at) => (at * 7) % 256)
photo.set([0xff, 0xd8, 0xff])

/** Reports with ledgers and reasons, evidence, a lock and a run. */
async function liveThrough({ signIn, submit }: TestService): Promise<void> {
  const office = await signIn('office')
  await submit(await signIn('xinxing'), projects(projectRow('一号项目'), projectRow('二号项目')))
  await submit(await signIn('heping'), funds(grantRow('12', '320.50')))
  await submit(await signIn('heping'), investment('6500', '备注 “引号” ‘ \\ %'))
  await added(await signIn('heping'), photo, { name: '现场.jpg', form: 'investment' })
  const { id } = await added(await signIn('heping'), pdfOf('放错'))
  await (await signIn('heping')).post(`/evidence/${id}/withdrawal`, { reason: '放错了' })
  await office.post('/windows/2019-06-1/lock', { locked: true, decider: '办公室', reason: '截止' })
  await office.post('/windows/2019-06-1/lock', { locked: false, decider: '办公室', reason: '补报' })
  await office.post('/runs', { window: '2019-06-1', title: '六月上半月' })
}

/** Everything in a store, by table; who is signed in and when migrations ran is not part of it. */
async function contents(url: string): Promise<Record<string, unknown>> {
  const db = connect(url)
  const tables = (await tablesInOrder(db)).filter((table) => table !== 'session')
  const rows: [string, unknown][] = []
  for (const table of tables) {
    const { rows: found } = await sql<object>`select * from ${sql.table(table)}`.execute(db)
    rows.push([table, found.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted()])
  }
  await db.destroy()
  return Object.fromEntries(rows.toSorted())
}

describe('npm run migrate-store', () => {
  it('moves everything from a file to PostgreSQL and back, and the service goes on', { timeout: 180_000 }, async () => {
    const from = fileUrl('first.db')
    const first = await testService({ databaseUrl: from })
    await liveThrough(first)
    await first.close()
    const before = await contents(from)
    expect(Object.values(before).filter((rows) => Array.isArray(rows) && rows.length > 0).length).toBeGreaterThan(12)

    const to = await freshStore('empty')
    const there = await runCommand('migrate-store', to, '--from', from)
    expect(there).toEqual({ code: 0, out: expect.stringContaining('报送 3 份，逐表行数相符，日志核对一致') })
    expect(there.out).not.toContain(to)
    expect(await contents(to)).toEqual(before)
    expect(await contents(from)).toEqual(before)

    const second = await testService({ databaseUrl: to, accounts: false })
    const receipt = await second.submit(await second.signIn('xishan'), investment('6600'))
    expect(receipt.number).toBe('2019-000004')
    const heping = await second.signIn('heping')
    const [evidence] = await listed(heping, '?form=investment')
    if (!evidence) throw new Error('no evidence arrived')
    expect(await fileOf(heping, evidence)).toEqual(photo)
    await expectSound(second.db, new Map())
    expect((await runCommand('migrate-store', to, '--to', fileUrl('second.db'))).out).toContain('正在使用')
    await second.close()

    const back = fileUrl('second.db')
    expect(await runCommand('migrate-store', '', '--from', to, '--to', back)).toMatchObject({ code: 0 })
    expect(await contents(back)).toEqual(await contents(to))
    expect(await runCommand('migrate-store', to, '--from', from)).toEqual({
      code: 1,
      out: expect.stringContaining('已经存在'),
    })
  })
})

describe('a backup of PostgreSQL while clerks submit', () => {
  const saved = join(folder, 'saved.db')
  const acknowledged: Receipt[] = []
  let before: readonly Receipt[]
  let live: string
  let refusal: Awaited<ReturnType<typeof runCommand>>

  beforeAll(async () => {
    live = await freshStore('people')
    const prepared = await testService({ databaseUrl: live })
    const running = (served = await startServed(live))
    let done = false
    const clerk = async (unit: string) => {
      const client = await running.signIn(unit)
      for (let figure = 6000; !done; figure += 10) {
        acknowledged.push(await prepared.submit(client, investment(String(figure))))
      }
    }
    const clerks = ['xinxing', 'heping', 'xishan', 'hebei'].map(clerk)
    while (acknowledged.length < 8) await new Promise(setImmediate)
    before = [...acknowledged]
    const backup = await runCommand('backup', live, '--out', saved)
    refusal = await runCommand('restore', live, '--from', saved, '--replace')
    done = true
    await Promise.all(clerks)
    await prepared.close()
    running.child.kill('SIGTERM')
    await running.exit
    expect(backup).toEqual({ code: 0, out: expect.stringContaining(`已备份到 ${saved}：报送 `) })
  }, 180_000)

  const receiptsIn = async (url: string) => {
    const db = connect(url)
    const rows = await db.selectFrom('submission').select('receipt').orderBy('seq').execute()
    const sessions = await db.selectFrom('session').select('id').execute()
    await db.destroy()
    return { receipts: rows.map(({ receipt }) => JSON.parse(receipt) as Receipt), sessions }
  }

  it('is one file that either store can be restored from, with every receipt given before it began', async () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('saved'))).toEqual(['saved.db'])
    if (process.platform !== 'win32') expect(statSync(saved).mode & 0o777).toBe(0o600)
    const target = await freshStore('empty')
    expect(await runCommand('restore', target, '--from', saved)).toMatchObject({ code: 0 })
    expect(await runCommand('restore', fileUrl('restored.db'), '--from', saved)).toMatchObject({ code: 0 })
    const inPostgres = await receiptsIn(target)
    expect(inPostgres).toEqual(await receiptsIn(fileUrl('restored.db')))
    expect(inPostgres.sessions).toEqual([])
    expect(inPostgres.receipts).toEqual(expect.arrayContaining([...before]))
    expect(acknowledged.length).toBeGreaterThan(before.length)

    const again = await testService({ databaseUrl: target, accounts: false })
    const { number } = await again.submit(await again.signIn('wulong'), investment('6500'))
    expect(number).toBe(`2019-${String(inPostgres.receipts.length + 1).padStart(6, '0')}`)
    await again.close()
  })

  it('is not restored over a database that a service is connected to', () => {
    expect(refusal).toEqual({ code: 1, out: expect.stringMatching(/^没有恢复，原有数据未动：postgres:\S+ 正在使用/) })
  })

  it('takes the place of what is there only when told so, and keeps that aside', async () => {
    expect(await runCommand('restore', live, '--from', saved)).toMatchObject({ code: 1 })
    expect((await receiptsIn(live)).receipts).toHaveLength(acknowledged.length)
    const { code, out } = await runCommand('restore', live, '--from', saved, '--replace')
    expect(code).toBe(0)
    const [aside = ''] = /replaced_\d+t\d+z/.exec(out) ?? []
    const db = connect(live)
    const kept = await sql<{ count: number }>`select count(*) as count from ${sql.id(aside, 'submission')}`.execute(db)
    expect(kept.rows).toEqual([{ count: acknowledged.length }])
    await db.destroy()
    expect((await receiptsIn(live)).receipts.length).toBeLessThan(acknowledged.length)
  })
})
