import { parseArgs } from 'node:util'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { changingAccounts, createAccount, setPassword, type NewPassword } from '../accounts/accounts.ts'
import { createAuth, type Auth } from '../accounts/auth.ts'
import { generatePassword } from '../accounts/generate-password.ts'
import { alone, connect, isUniqueViolation, makeStoreFolder, storeTrouble } from '../db/connect.ts'
import { migrateToLatest } from '../db/migrate.ts'
import type { Database } from '../db/schema.ts'
import { parseStoreUrl, storeUrlDefault, storeUrlRule } from '../db/store-url.ts'
import { silentLog } from '../log.ts'
import { askPassword } from './ask-password.ts'

const usage = `用法：
  npm run account -- create --username 用户名 --name 姓名 --role clerk|verifier|office|leader [--unit 单位标识] [--generate]
  npm run account -- password --username 用户名 [--generate]
  npm run account -- list
密码在提示后输入两遍，不显示；--generate 生成一个初始密码，只显示这一次，首次登录须修改。没有默认密码。
从管道读入时取标准输入的第一行。数据库由 DATABASE_URL 指定，默认 sqlite:data/kaohe.db。
`

const usernameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{2,31}$/, '--username 须为 3–32 个小写字母、数字或连字符')
const createSchema = z
  .object({
    username: usernameSchema,
    name: z.string('须给出 --name').min(1, '须给出 --name').max(64),
    role: z.enum(
      ['clerk', 'verifier', 'office', 'leader'],
      '--role 须为 clerk（填报员）、verifier（核定员）、office（办公室）或 leader（领导小组）',
    ),
    unit: z.string().optional(),
  })
  .refine(
    ({ role, unit }) => role === 'office' || role === 'leader' || unit !== undefined,
    '填报员、核定员须给出 --unit（所在单位）',
  )

interface Tool {
  readonly db: Kysely<Database>
  /** The library on a connection or a transaction. */
  readonly authIn: (db: Kysely<Database>) => Auth
  readonly password: (username: string) => Promise<NewPassword>
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
      generate: { type: 'boolean' },
    },
  })
  const url = process.env['DATABASE_URL'] ?? storeUrlDefault
  if (parseStoreUrl(url) === null) throw new Refusal(`DATABASE_URL：${storeUrlRule}`)
  makeStoreFolder(url)
  const db = connect(url)
  await alone(db, () => migrateToLatest(db))
  // No session is signed here, so any secret will do.
  const secret = generatePassword() + generatePassword()
  const authIn = (on: Kysely<Database>) => createAuth({ db: on, secret, log: silentLog })
  const { password: hasher } = await authIn(db).$context
  const password = async (username: string): Promise<NewPassword> => {
    if (values.generate !== true) return { hash: await hasher.hash(await askPassword({ username })), kind: 'own' }
    const generated = generatePassword()
    process.stdout.write(`密码（只显示这一次）：${generated}\n`)
    return { hash: await hasher.hash(generated), kind: 'initial' }
  }
  try {
    await run(positionals, values, { db, authIn, password })
  } finally {
    await db.destroy()
  }
}

async function run(command: readonly string[], values: Record<string, unknown>, tool: Tool): Promise<void> {
  switch (command.join(' ')) {
    case 'create':
      return create(values, tool)
    case 'password':
      return changePassword(values, tool)
    case 'list':
      return list(tool)
    default:
      throw new Refusal(usage)
  }
}

async function create(values: Record<string, unknown>, { db, authIn, password }: Tool): Promise<void> {
  const parsed = createSchema.safeParse(values)
  if (!parsed.success) throw new Refusal(parsed.error.issues.map(({ message }) => message).join('\n'))
  const { username, name, role, unit = null } = parsed.data
  if (unit !== null) {
    const units = await db.selectFrom('unit').select(['id', 'name']).orderBy('position').execute()
    if (!units.some(({ id }) => id === unit)) {
      const known = units.map((one) => `  ${one.id}  ${one.name}`).join('\n')
      throw new Refusal(
        `没有标识为“${unit}”的单位。${known === '' ? '请先启动一次服务以建立单位名册。' : `可用的标识：\n${known}`}`,
      )
    }
  }
  const taken = await db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirst()
  if (taken) throw new Refusal(`用户名 ${username} 已存在`)
  try {
    const given = await password(username)
    const { id } = await changingAccounts({ db, authIn }, { actor: 'operator', at: new Date() }, (change) =>
      createAccount(change, { username, name, role, unit }, given),
    )
    note('create', { id, username, role, unit })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal(`用户名 ${username} 已存在`)
    throw error
  }
}

async function changePassword(values: Record<string, unknown>, { db, authIn, password }: Tool): Promise<void> {
  const username = usernameSchema.safeParse(values['username'])
  if (!username.success) throw new Refusal('须给出 --username')
  const account = await db.selectFrom('account').select('id').where('username', '=', username.data).executeTakeFirst()
  if (!account) throw new Refusal(`没有用户名为 ${username.data} 的账号`)
  const { id } = account
  const given = await password(username.data)
  await changingAccounts({ db, authIn }, { actor: 'operator', at: new Date() }, (change) =>
    setPassword(change, { id, username: username.data }, given),
  )
  note('password', { id, username: username.data })
}

async function list({ db }: Tool): Promise<void> {
  const rows = await db
    .selectFrom('account')
    .select(['username', 'role', 'unit', 'name', 'created_at'])
    .orderBy('role')
    .orderBy('username')
    .execute()
  for (const row of rows) {
    process.stdout.write(`${[row.username, row.role, row.unit ?? '-', row.name, row.created_at].join('\t')}\n`)
  }
}

/** One line of JSON for the operator's records: what was done to which account, when. Never the password. */
function note(action: string, account: Readonly<Record<string, string | null>>): void {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), action: `account.${action}`, ...account })}\n`,
  )
}

/** Something the person at the keyboard can put right. */
class Refusal extends Error {
  override readonly name = 'Refusal'
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const isOurs =
    error instanceof Refusal ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  const trouble = storeTrouble(error)
  const says = isOurs && error instanceof Error ? error.message : trouble && `数据库：${trouble}`
  if (says === null) throw error
  process.stderr.write(`${says}\n`)
  process.exitCode = 1
}
