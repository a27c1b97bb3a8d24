import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { generatePassword } from '../accounts/generate-password.ts'
import { systemClock } from '../clock.ts'
import { parseStoreUrl, storeUrlDefault } from '../db/store-url.ts'
import { silentLog } from '../log.ts'
import type { OpenService } from '../open-service.ts'
import { askKnownPassword } from './ask-password.ts'
import { mailedFiles } from './intake-files.ts'
import { takeInMail, type Reasons, type Taken } from './intake-mail.ts'
import { outcomeText, type Names } from './intake-text.ts'
import { signIn, type SignedIn } from './signed-in.ts'
import { databaseUrlFault, runCommand, say } from './stored-file.ts'

const usage = `用法：npm run intake -- 文件或文件夹… --as 用户名 [--window 期次] [--accept] [--reasons 文件.json]
                             [--marked 文件夹] [--json]
逐份、逐格校验交来的工作簿（.xlsx、.xls），说明每一格会被接收、不变还是退回。不带 --accept 时什么也不报送。
文件夹取其中的工作簿，不看下级文件夹。--as 是办公室或填报员的账号，密码在提示后输入，或从标准输入取第一行。
--window 默认为当前期次。--accept 接收可以接收的各份，与在表中报送完全相同；黄色的须在 --reasons 中给出说明：
  {"文件": {"说明的键": "说明"}}，文件和键照校验结果所写。
--marked 把不能接收的各份标出问题，写进这个新文件夹，供退回单位改正。
全部可以接收（或已接收）时退出码为 0；有不能接收的为 1；命令有误为 2。数据库由 DATABASE_URL 指定，默认 sqlite:data/kaohe.db。
`
const reasonsSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** Looks at files that came by mail, and accepts them when asked to. Resolves to what the process should exit with. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      window: { type: 'string' },
      accept: { type: 'boolean' },
      reasons: { type: 'string' },
      marked: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const { as: username, window, accept = false, json = false } = values
  if (username === undefined || positionals.length === 0) return say(usage, 2)
  const url = process.env['DATABASE_URL'] ?? storeUrlDefault
  const store = parseStoreUrl(url)
  if (store === null) return say(databaseUrlFault, 2)
  if (store.kind === 'sqlite' && !existsSync(store.file)) return say(`没有这个数据库：${store.file}\n`, 2)
  const files = mailedFiles(positionals)
  if (files.kind === 'nothing') return say(`没有这个文件，或文件夹中没有工作簿：${files.path}\n`, 2)
  const reasons = values.reasons === undefined ? {} : readReasons(values.reasons)
  if (reasons === null) return say(`${values.reasons}：须为 {"文件": {"说明的键": "说明"}}\n`, 2)

  const { marked } = values
  if (marked !== undefined && existsSync(marked)) return say(`${marked} 已经存在，请换一个名字\n`, 2)

  const password = await askKnownPassword({ username })
  const service = await open(url)
  try {
    const entered = await signIn(service, { username, password })
    if (!entered.ok) return say(`${entered.title}\n`, 2)
    const { desk } = entered
    try {
      const taken = await takeInMail(desk, files.paths, { window: window ?? null, accept, reasons })
      if (!taken.ok) return say(`${[taken.title, taken.details].filter((text) => text !== '').join('：')}\n`, 2)
      const names = namesOf(service)
      process.stdout.write(
        json
          ? `${JSON.stringify(taken.body, null, 2)}\n`
          : taken.body
              .map(({ path, outcome, problem }) => {
                const refused = problem === null ? '' : `  没有接收：${problem}\n`
                return `${outcomeText(path, outcome, names)}${refused}`
              })
              .join(''),
      )
      if (marked !== undefined) await writeMarked(desk, taken.body, marked)
      return taken.body.every(({ good }) => good) ? 0 : 1
    } finally {
      await desk.signOut()
    }
  } finally {
    await service.close()
  }
}

/** One workbook for each file that cannot be accepted, numbered, as files of several folders may bear the same name. */
async function writeMarked(desk: SignedIn, taken: readonly Taken[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [at, { path, place, good }] of taken.entries()) {
    if (good || place === null) continue
    const name = `${at + 1}-${basename(path).replace(/\.xlsx?$/i, '')}-问题标注.xlsx`
    writeFileSync(join(folder, name), await desk.file(`/intake/${place.batch}/entries/${place.seq}/marked`))
  }
}

function readReasons(path: string): Reasons | null {
  try {
    return reasonsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The service as it runs, but listening to nobody: the one account signs in to this process alone. */
async function open(databaseUrl: string): Promise<OpenService> {
  // It takes longest to load, and a command that is in error does without.
  const { openService } = await import('../open-service.ts')
  return openService({
    databaseUrl,
    sessionSecret: generatePassword() + generatePassword(),
    campaign: process.env['CAMPAIGN'] ?? 'haizhou-2019',
    clock: systemClock,
    log: silentLog,
    publicUrl: null,
    officeJs: null,
    trustProxy: false,
    https: false,
  })
}

const namesOf = ({ units, pack }: OpenService): Names => ({
  unit: (id) => units.find((unit) => unit.id === id)?.name ?? id,
  form: (id) => pack.forms.find((form) => form.id === id)?.annex ?? id,
})

await runCommand(usage, () => main(process.argv.slice(2)))
