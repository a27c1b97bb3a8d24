import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'
import { runCommand } from '../testing/run-command.ts'
import { commandEnv } from '../testing/command-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-audit-'))
const path = join(folder, 'kaohe.db')
const sound = join(folder, 'sound.db')
beforeAll(async () => {
  const service = await testService({ databaseUrl: `sqlite:${sound}` })
  for (const unit of ['xinxing', 'heping']) await service.submit(await service.signIn(unit), investment('6500'))
  await service.submit(await service.signIn('xinxing'), investment('7000'))
  const office = await service.signIn('office')
  await office.post('/runs', { window: '2019-06-1', title: '六月上半月测算' })
  await service.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(path, { force: true })
  run(sound, `vacuum into '${path}'`)
})

function run(file: string, statement: string): void {
  const database = new Sqlite(file)
  database.exec(statement)
  database.close()
}
const verify = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'audit.ts'), ...args], {
    env: commandEnv({ DATABASE_URL: `sqlite:${path}` }),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('npm run audit -- verify', () => {
  it('says that a log is sound, and which head to note', () => {
    const { status, stdout } = verify('verify')
    expect(stdout).toMatch(/^haizhou-2019：日志 6 条，前后相连，与库中报送、测算一致。末条 6:[0-9a-f]{64}\n$/)
    expect(status).toBe(0)
    const head = /\d+:[0-9a-f]{64}/.exec(stdout)?.[0] ?? ''
    expect(verify('verify', '--head', head).status).toBe(0)
    expect(verify('verify', '--head', `6:${'0'.repeat(64)}`).status).toBe(1)
  })

  it.each([
    ["update audit_entry set actor = 'heping' where seq = 3", '第 3 条：内容与写入时不同（被改动）'],
    ['delete from audit_entry where seq = 4', '第 4 条：缺失（被删除）'],
    [
      'update audit_entry set seq = -seq where seq in (3, 4); update audit_entry set seq = 7 + seq where seq < 0',
      '第 3 条：原为第 4 条（被调换顺序）',
    ],
    [
      `update submission set record = replace(record, '"7000"', '"9000"') where number = '2019-000003'`,
      '报送 2019-000003：内容与日志所记不同（被改动）',
    ],
    ["delete from submission where number = '2019-000002'", '报送 2019-000002：日志有记录而库中没有（被删除）'],
    [
      `delete from audit_entry where seq = 5;
       update audit_chain set length = 4, head = (select hash from audit_entry where seq = 4)`,
      '报送 2019-000003：库中有而日志没有记录',
    ],
    [
      `update run_row set shown = replace(shown, '"rank":null', '"rank":1') where unit = 'xinxing'`,
      '测算 2019-R01：分页的名次与结果不同（被改动）',
    ],
    [
      `update run set result = replace(result, '"rank":null', '"rank":1')`,
      '测算 2019-R01：内容与日志所记不同（被改动）',
    ],
    [`update run set hash = replace(hash, '0', '1')`, '测算 2019-R01：内容与日志所记不同（被改动）'],
    ['delete from run_row; delete from run', '测算 2019-R01：日志有记录而库中没有（被删除）'],
    [
      `insert into run select '2019-R02', campaign, window, title, pack, engine, inputs, result, hash, drafted_by,
       drafted_at, status, decider, document, seal, signed_at, published_at, signer_role from run`,
      '测算 2019-R02：库中有而日志没有记录',
    ],
  ])('after %j says: %s', (statement, says) => {
    run(path, statement)
    const { status, stdout } = verify('verify')
    expect(stdout).toContain(says)
    expect(status).toBe(1)
  })

  it.each([[[]], [['check']], [['verify', '--head', 'x']], [['verify', '--all']]])('shows its usage for %j', (args) => {
    const { status, stderr } = verify(...args)
    expect(status).toBe(2)
    expect(stderr).toContain('用法')
  })

  it('says when the database cannot be had, and not with which password', async () => {
    const { code, out } = await runCommand('audit', 'postgres://kaohe:a-secret@127.0.0.1:1/kaohe', 'verify')
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('数据库连接不上') })
    expect(out).not.toContain('a-secret')
  })
})
