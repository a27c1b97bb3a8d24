import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FormGrid } from '@kaohe/shared-rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledGrid } from '../testing/filled-grid.ts'
import { testPassword, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { hostileFiles } from '../testing/hostile-files.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import type { Taken } from './intake-mail.ts'
import { commandEnv } from '../testing/command-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-intake-'))
const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
const mail = join(folder, 'mail')
let service: TestService
let office: TestClient
beforeAll(async () => {
  service = await testService({ databaseUrl })
  office = await service.signIn('office')
  // The command knows no clock but the machine's, for which this window is long past.
  const opening = {
    ...{ units: ['xinxing', 'heping', 'xishan'], forms: ['investment'] },
    ...{ expires: '2099-01-01T00:00:00Z', decider: '主任', reason: '补报' },
  }
  expect((await office.post('/windows/2019-06-1/reopenings', opening)).status).toBe(201)
  mkdirSync(mail)
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const intake = (args: readonly string[], password = testPassword) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'intake.ts'), ...args, '--window', '2019-06-1'], {
    cwd: folder,
    env: commandEnv({ DATABASE_URL: databaseUrl }),
    input: `${password}\n`,
    encoding: 'utf8',
  })
async function put(name: string, unit: string, reported: string) {
  const grid = (await (await office.get('/forms/investment/grid')).json()) as FormGrid
  writeFileSync(join(mail, name), await writeWorkbook(filledGrid(grid, unit, { reported }), new Date()))
}
const stored = () => service.db.selectFrom('submission').select(['unit', 'number']).execute()

describe('npm run intake', () => {
  it('looks at every workbook of a folder, cell by cell, and reports nothing', async () => {
    await put('新兴.xlsx', '新兴街道', '6500')
    writeFileSync(join(mail, '~$新兴.xlsx'), 'left by Excel')
    writeFileSync(join(mail, '说明.txt'), 'not a workbook')
    const { status, stdout } = intake(['mail', '--as', 'office'])
    expect(stdout).toBe('mail/新兴.xlsx：附件1，新兴街道，可以接收\n  将接收  固定资产投资任务分解表!D7  6500\n')
    expect(status).toBe(0)
    expect(await stored()).toEqual([])
  })

  it('says what is wrong in each file, and exits with 1', async () => {
    await put('和平.xlsx', '和平街道', '约3亿')
    writeFileSync(join(mail, '宏.xlsx'), hostileFiles['macros']?.().file ?? '')
    writeFileSync(join(mail, '大.xlsx'), '')
    truncateSync(join(mail, '大.xlsx'), 3_000_000_000)
    const { status, stdout } = intake(['mail', '--as', 'office'])
    expect(stdout).toMatch(
      /^mail\/和平\.xlsx：附件1，和平街道，须改正，不能接收\n {2}退回 {2}固定资产投资任务分解表!D8 {2}约3亿\n {2}须改正 {2}.*!D8/m,
    )
    expect(stdout).toMatch(/^mail\/宏\.xlsx：不能接收\n {2}须改正 {2}文件含有宏/m)
    expect(stdout).toMatch(/^mail\/大\.xlsx：不能接收\n {2}须改正 {2}文件过大/m)
    expect(status).toBe(1)
  })

  it('writes what has to be put right as marked workbooks into a new folder', async () => {
    expect(intake(['mail', '--as', 'office', '--marked', 'back']).status).toBe(1)
    expect(readdirSync(join(folder, 'back')).toSorted()).toEqual(['1-和平-问题标注.xlsx', '2-宏-问题标注.xlsx'])
    const again = readFileSync(join(folder, 'back/1-和平-问题标注.xlsx'))
    expect(again.subarray(0, 2).toString()).toBe('PK')
    expect(intake(['mail', '--as', 'office', '--marked', 'back']).status).toBe(2)
  })

  it('accepts those that can be, under the account, and leaves the others', async () => {
    const { status, stdout } = intake(['mail', '--as', 'office', '--accept', '--json'])
    const taken = JSON.parse(stdout) as readonly Taken[]
    expect(taken.map(({ path, outcome: { kind }, good }) => [path, kind, good]).toSorted()).toEqual([
      ['mail/和平.xlsx', 'checked', false],
      ['mail/大.xlsx', 'unreadable', false],
      ['mail/宏.xlsx', 'unreadable', false],
      ['mail/新兴.xlsx', 'accepted', true],
    ])
    expect(status).toBe(1)
    expect(await stored()).toEqual([{ unit: 'xinxing', number: '2019-000001' }])
    const log = await service.db
      .selectFrom('audit_entry')
      .select('actor')
      .where('action', '=', 'intake.accepted')
      .execute()
    expect(log).toEqual([{ actor: 'office' }])
  })

  it('wants a sentence for an amber figure, and sends it along', async () => {
    await put('西山.xlsx', '西山街道', '1.3')
    const path = 'mail/西山.xlsx'
    const asked = intake([path, '--as', 'office', '--accept'])
    expect([asked.status, asked.stdout]).toEqual([1, expect.stringContaining('须说明后才能接收')])
    const keys = [...asked.stdout.matchAll(/说明的键 {2}(.+)$/gm)].map(([, key = '']) => key)
    expect(keys.length).toBeGreaterThan(0)
    const reasons = { [path]: Object.fromEntries(keys.map((key) => [key, '已与台账核对'])) }
    writeFileSync(join(folder, 'reasons.json'), JSON.stringify(reasons))
    const { status, stdout } = intake([path, '--as', 'office', '--accept', '--reasons', 'reasons.json'])
    expect([status, stdout]).toEqual([0, `${path}：附件1，西山街道，已接收，回执 2019-000002\n`])
  })

  it('lets an account do no more than over the network', async () => {
    const other = intake(['mail/和平.xlsx', '--as', 'xinxing'])
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('这是其他单位的表')])
    expect(intake(['mail', '--as', 'leader'])).toMatchObject({ status: 2 })
    const wrong = intake(['mail', '--as', 'office', '--accept'], 'not the password')
    expect([wrong.status, wrong.stderr]).toEqual([2, '用户名或密码不正确\n'])
    expect((await stored()).length).toBe(2)
  })

  it('leaves nobody signed in', async () => {
    const sessions = () => service.db.selectFrom('session').select('id').execute()
    const before = await sessions()
    intake(['mail/新兴.xlsx', '--as', 'office'])
    expect(await sessions()).toEqual(before)
  })

  it.each([
    [['mail'], /用法/],
    [['--as', 'office'], /用法/],
    [['nowhere', '--as', 'office'], /没有这个文件/],
    [['mail', '--as', 'office', '--reasons', 'mail/说明.txt'], /须为/],
    [['mail', '--as', 'office', '--everything'], /--everything/],
  ])('refuses %j', (args, says) => {
    const { status, stderr } = intake(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
