import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testService, type TestService } from '../testing/harness.ts'
import { commandEnv } from '../testing/command-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-account-'))
const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
let service: TestService
beforeAll(async () => {
  service = await testService({ databaseUrl, accounts: false })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const account = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'account.ts'), ...args], {
    env: commandEnv({ DATABASE_URL: databaseUrl }),
    input,
    encoding: 'utf8',
  })
const signIn = (username: string, password: string) =>
  service.postJson('/api/v1/auth/sign-in/username', { username, password })
const office = ['create', '--username', 'chief', '--name', '王主任', '--role', 'office']

describe('npm run account', () => {
  it('creates the first office account while the service runs', async () => {
    const { status, stdout } = account(office, 'a password from a pipe\n')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ action: 'account.create', username: 'chief', role: 'office' })
    expect(stdout).not.toContain('a password from a pipe')
    expect((await signIn('chief', 'a password from a pipe')).status).toBe(200)
  })

  it('refuses a name that is taken', () => {
    const { status, stderr } = account([...office, '--generate'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '用户名 chief 已存在\n' })
  })

  it('makes a password up when asked to, and shows it once', async () => {
    const { stdout } = account([
      'create',
      '--username',
      'clerk-1',
      '--name',
      '李四',
      '--role',
      'clerk',
      '--unit',
      'xinxing',
      '--generate',
    ])
    const password = /密码（只显示这一次）：(\S{20})\n/.exec(stdout)?.[1] ?? ''
    expect((await signIn('clerk-1', password)).status).toBe(200)
  })

  it('sets a new password', async () => {
    expect(account(['password', '--username', 'chief'], 'a newer password\n').status).toBe(0)
    expect((await signIn('chief', 'a password from a pipe')).status).toBe(401)
    expect((await signIn('chief', 'a newer password')).status).toBe(200)
  })

  it('lists accounts without passwords', () => {
    const { stdout } = account(['list'])
    expect(stdout).toMatch(/^clerk-1\tclerk\txinxing\t李四\t/m)
    expect(stdout).toMatch(/^chief\toffice\t-\t王主任\t/m)
  })

  it.each([
    [['create', '--username', 'x', '--name', '甲', '--role', 'office'], '', /--username/],
    [['create', '--username', 'someone', '--name', '甲', '--role', 'clerk'], '', /--unit/],
    [['create', '--username', 'someone', '--name', '甲', '--role', 'clerk', '--unit', 'nowhere'], '', /可用的标识/],
    [['create', '--username', 'someone', '--name', '甲', '--role', 'office'], 'short\n', /10–128/],
    [['create', '--username', 'someone', '--name', '甲', '--role', 'office'], '', /没有读到密码/],
    [['password', '--username', 'someone'], 'long enough for this\n', /没有用户名为 someone 的账号/],
    [['delete'], '', /用法/],
    [['list', '--everything'], '', /--everything/],
  ])('refuses %j', (args, input, says) => {
    const { status, stderr } = account(args, input)
    expect(status).toBe(1)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
