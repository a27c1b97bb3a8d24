import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '../reports/receipt.ts'
import { added, fileOf, listed, pdfOf } from '../testing/evidence-steps.ts'
import { investment, testService } from '../testing/harness.ts'
import { runCommand } from '../testing/run-command.ts'
import { startServed } from '../testing/served.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-backup-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (command: 'backup' | 'restore', database: string, ...args: string[]) =>
  runCommand(command, `sqlite:${database}`, ...args)

function query(file: string, statement: string): unknown {
  const database = new Sqlite(file, { fileMustExist: true })
  const answer = statement.startsWith('select') ? database.prepare(statement).pluck().all() : database.exec(statement)
  database.close()
  return answer
}
const receiptsIn = (file: string) => query(file, 'select receipt from submission order by seq')

describe('a backup while clerks submit', () => {
  const live = at('live.db')
  const restored = at('restored.db')
  const saved = at('saved.db')
  let before: readonly Receipt[]
  const acknowledged: Receipt[] = []
  let served: Awaited<ReturnType<typeof startServed>>
  let refusal: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    const prepared = await testService({ databaseUrl: `sqlite:${live}` })
    await prepared.close()
    served = await startServed(`sqlite:${live}`)
    let done = false
    const clerk = async (unit: string) => {
      const client = await served.signIn(unit)
      for (let figure = 6000; !done; figure += 10) {
        acknowledged.push(await prepared.submit(client, investment(String(figure))))
      }
    }
    const clerks = ['xinxing', 'heping', 'xishan', 'hebei'].map(clerk)
    while (acknowledged.length < 8) await new Promise(setImmediate)
    before = [...acknowledged]
    const backup = await run('backup', live, '--out', saved)
    refusal = await run('restore', live, '--from', saved, '--replace')
    done = true
    await Promise.all(clerks)
    served.child.kill('SIGTERM')
    await served.exit
    expect(backup).toEqual({ code: 0, out: expect.stringContaining(`已备份到 ${saved}：报送 `) })
  }, 60_000)
  afterAll(() => served.child.kill('SIGKILL'))

  it('holds every receipt that was given before it began, exactly', async () => {
    expect(await run('restore', restored, '--from', saved)).toMatchObject({ code: 0 })
    const found = (receiptsIn(restored) as string[]).map((receipt) => JSON.parse(receipt) as Receipt)
    expect(found).toEqual(expect.arrayContaining([...before]))
    expect(acknowledged.length).toBeGreaterThan(before.length)
  })

  it('gives a service that goes on from there, with nobody signed in', async () => {
    const count = (receiptsIn(restored) as string[]).length
    expect(query(restored, 'select count(*) from session')).toEqual([0])
    const again = await testService({ databaseUrl: `sqlite:${restored}`, accounts: false })
    const receipt = await again.submit(await again.signIn('wulong'), investment('6500'))
    await again.close()
    expect(receipt.number).toBe(`2019-${String(count + 1).padStart(6, '0')}`)
  })

  it('is one file, readable by its owner only', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith(basename(saved)))).toEqual([basename(saved)])
    if (process.platform !== 'win32') expect(statSync(saved).mode & 0o777).toBe(0o600)
  })

  it('is not restored over a database that a service holds', () => {
    expect(refusal).toEqual({ code: 1, out: `没有恢复，原有数据未动：${live} 正在使用，请先停止服务\n` })
    expect((receiptsIn(live) as string[]).length).toBe(acknowledged.length)
  })
})

describe('backup and restore', () => {
  const database = at('kaohe.db')
  const saved = at('good.db')
  beforeAll(async () => {
    const service = await testService({ databaseUrl: `sqlite:${at('first.db')}` })
    await service.submit(await service.signIn('xinxing'), investment('6500'))
    await added(await service.signIn('xinxing'), pdfOf('立项批复'))
    await service.close()
    await run('backup', at('first.db'), '--out', saved)
  })
  beforeEach(() => {
    for (const name of readdirSync(folder)) if (name.startsWith('kaohe.db')) rmSync(at(name))
    copyFileSync(at('first.db'), database)
  })

  it('carry the files that units laid beside their figures', async () => {
    expect(await run('restore', at('files.db'), '--from', saved)).toMatchObject({ code: 0 })
    const service = await testService({ databaseUrl: `sqlite:${at('files.db')}`, accounts: false })
    const clerk = await service.signIn('xinxing')
    const [evidence] = await listed(clerk)
    if (!evidence) throw new Error('no evidence was restored')
    expect(await fileOf(clerk, evidence)).toEqual(pdfOf('立项批复'))
    await service.close()
  })

  it('overwrite no file with a backup', async () => {
    writeFileSync(at('taken.db'), 'mine')
    expect(await run('backup', database, '--out', at('taken.db'))).toMatchObject({ code: 1 })
    expect(readFileSync(at('taken.db'), 'utf8')).toBe('mine')
  })

  it('leave nothing behind where the database is damaged', async () => {
    const bytes = readFileSync(database)
    bytes.fill(0xff, 4096 * 3, 4096 * 12)
    writeFileSync(database, bytes)
    const { code, out } = await run('backup', database, '--out', at('bad.db'))
    expect(code).toBe(1)
    expect(out).toMatch(/文件已损坏/)
    expect(readdirSync(folder).filter((name) => name.startsWith('bad.db'))).toEqual([])
  })

  it('ask for --replace before an existing database goes', async () => {
    query(database, `update unit set name = '新名' where id = 'xinxing'`)
    expect(await run('restore', database, '--from', saved)).toMatchObject({ code: 1 })
    expect(query(database, `select name from unit where id = 'xinxing'`)).toEqual(['新名'])

    const { code, out } = await run('restore', database, '--from', saved, '--replace')
    expect(code).toBe(0)
    const [aside = ''] = /\S+\.replaced-\d+T\d+Z/.exec(out) ?? []
    expect(query(aside, `select name from unit where id = 'xinxing'`)).toEqual(['新名'])
    expect(query(database, `select name from unit where id = 'xinxing'`)).not.toEqual(['新名'])
  })

  it('put a sound copy in the place of a database that is rubbish', async () => {
    writeFileSync(database, 'rubbish '.repeat(1000))
    writeFileSync(`${database}-wal`, 'more rubbish')
    expect(await run('restore', database, '--from', saved, '--replace')).toMatchObject({ code: 0 })
    expect(receiptsIn(database)).toEqual(receiptsIn(saved))
    expect(existsSync(`${database}-wal`)).toBe(false)
  })

  it.each([
    ['rubbish', '文件已损坏，或不是数据库', (file: string) => writeFileSync(file, 'rubbish '.repeat(1000))],
    ['a database of something else', '不是本系统的数据库', (file: string) => other(file)],
    ['a newer schema', '本版本不认识 9999-later', (file: string) => newer(file)],
    ['a database with its log', '不是备份', (file: string) => withLog(file)],
  ])('refuse %s and leave what is there', async (_, says, make) => {
    for (const name of readdirSync(folder)) if (name.startsWith('odd.db')) rmSync(at(name))
    make(at('odd.db'))
    const { code, out } = await run('restore', database, '--from', at('odd.db'), '--replace')
    expect(code).toBe(1)
    expect(out).toContain(says)
    expect(receiptsIn(database)).toEqual(receiptsIn(saved))
    expect(readdirSync(folder).filter((name) => /\.part|replaced/.test(name))).toEqual([])
  })

  it.each([
    ['backup', []],
    ['restore', []],
    ['restore', ['--form', 'x']],
  ] as const)('show the usage of %s for %j', async (command, args) => {
    const { code, out } = await run(command, database, ...args)
    expect(code).toBe(2)
    expect(out).toContain('用法')
  })

  function other(file: string): void {
    const made = new Sqlite(file)
    made.exec('create table address (name text)')
    made.close()
  }
  function newer(file: string): void {
    copyFileSync(saved, file)
    query(file, "insert into kysely_migration (name, timestamp) values ('9999-later', '')")
  }
  function withLog(file: string): void {
    copyFileSync(saved, file)
    writeFileSync(`${file}-wal`, 'pages')
  }
})
