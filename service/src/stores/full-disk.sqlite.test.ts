import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { added, fileOf, listed, logged, pdfOf, send } from '../testing/evidence-steps.ts'
import { testService } from '../testing/harness.ts'
import { projectRow, projects, tax } from '../testing/records.ts'

describe('a full disk', () => {
  it('is said to be for now, leaves nothing half done, and the same key goes through later', async () => {
    const { db, signIn, draft } = await testService()
    const limit = (pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db)
    const stored = () => db.selectFrom('submission').select('number').execute()
    const logged = () => db.selectFrom('audit_entry').selectAll().execute()
    const before = await logged()
    const clerk = await signIn('xinxing')
    const body = await draft(clerk, projects(...Array.from({ length: 300 }, (_, n) => projectRow(`项目${n}`))))
    const send = () => clerk.post('/submissions', body, { 'idempotency-key': 'key-full-0000' })

    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await limit(pages.rows[0]?.page_count ?? 1)
    const full = await send()
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await full.json()).toMatchObject({ type: '/problems/unavailable' })
    expect(await stored()).toEqual([])
    expect(await db.selectFrom('ledger_number').selectAll().execute()).toEqual([])
    expect(await logged()).toEqual(before)

    await limit(1_000_000)
    expect((await send()).status).toBe(201)
    expect(await stored()).toEqual([{ number: '2019-000001' }])
  })

  it('takes of reports that come at once those that still fit', async () => {
    const { db, signIn, draft } = await testService()
    const many = Array.from({ length: 1200 }, (_, n) => projectRow(`项目${n}`, { note: '长'.repeat(100) }))
    const [large, small] = [await signIn('heping'), await signIn('xinxing')]
    const bodies = [await draft(large, projects(...many)), await draft(small, projects(projectRow('甲项目')))]
    const send = (at: number) =>
      [large, small][at]?.post('/submissions', bodies[at], { 'idempotency-key': `key-full-${at}` })

    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql`pragma max_page_count = ${sql.lit((pages.rows[0]?.page_count ?? 0) + 20)}`.execute(db)
    const answers = await Promise.all([send(0), send(1)])
    expect(answers.map((answer) => answer?.status)).toEqual([503, 201])
    expect(await db.selectFrom('submission').select(['unit', 'number']).execute()).toEqual([
      { unit: 'xinxing', number: '2019-000001' },
    ])

    await sql`pragma max_page_count = 1000000`.execute(db)
    expect((await send(0))?.status).toBe(201)
  })
})

describe('an evidence file for which there is no room', () => {
  it('leaves no piece of it behind, and goes through later', async () => {
    const service = await testService()
    const clerk = await service.signIn('xinxing')
    const photo = pdfOf('x'.repeat(1_000_000))
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(service.db)
    // Some pieces fit, all of them do not.
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 100)}`.execute(service.db)
    const full = await send(clerk, photo)
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await service.db.selectFrom('evidence_piece').select('seq').execute()).toEqual([])
    expect([await listed(clerk), await logged(service, 'evidence.added')]).toEqual([[], []])

    await sql`pragma max_page_count = 1000000`.execute(service.db)
    expect(await fileOf(clerk, await added(clerk, photo))).toEqual(photo)
  })
})

describe('little room on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-little-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is kept for reports: no evidence file is taken into it', async () => {
    const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
    const service = await testService({ databaseUrl, minFreeBytes: 2 ** 60 })
    const clerk = await service.signIn('xinxing')
    const full = await send(clerk, pdfOf('立项批复'))
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await listed(clerk)).toEqual([])
    expect((await service.submit(clerk, tax('1800'))).number).toBe('2019-000001')
    await service.close()
  })
})

describe('/readyz', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-full-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`

  it('is 503 while the database cannot grow or may not be written to, says why in the log, and is ok again by itself', async () => {
    const { db, request, lines, close } = await testService({ databaseUrl, accounts: false })
    const ready = async () => (await request('/readyz')).status
    const before = await db.selectFrom('sign_in_failure').selectAll().execute()
    expect(await ready()).toBe(200)

    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(db)
    const full = await request('/readyz')
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '5'])
    expect(lines.at(-2)).toMatchObject({
      message: 'unavailable',
      fields: { error: { cause: 'database or disk is full' } },
    })
    await sql`pragma max_page_count = 1000000`.execute(db)
    expect(await ready()).toBe(200)

    await sql`pragma query_only = on`.execute(db)
    expect(await ready()).toBe(503)
    await sql`pragma query_only = off`.execute(db)
    expect(await ready()).toBe(200)
    expect(await db.selectFrom('sign_in_failure').selectAll().execute()).toEqual(before)
    await close()
  })

  it('is 503 while the disk has less room than was asked for', async () => {
    const { request, lines, close } = await testService({ databaseUrl, accounts: false, minFreeBytes: 2 ** 60 })
    expect((await request('/readyz')).status).toBe(503)
    expect(JSON.stringify(lines)).toContain('than MIN_FREE_MB')
    expect((await request('/livez')).status).toBe(200)
    await close()
  })
})
