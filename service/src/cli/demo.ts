import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { portTrouble } from '../listen.ts'
import { jsonLog } from '../log.ts'
import { localCertificate } from './local-certificate.ts'
import { demoPassword, openDemo, type Demo } from './open-demo.ts'

const root = join(import.meta.dirname, '../../..')
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('error'),
})

const parsed = environment.safeParse(process.env)
if (!parsed.success) {
  const names = parsed.error.issues.map(({ path }) => path.join('.'))
  process.stderr.write(`环境变量有误，演示没有启动：${names.join('、')}\n`)
  process.exit(1)
}
const options = process.argv.slice(2)
const unknown = options.filter((option) => option !== '--https')
if (unknown.length > 0) {
  process.stderr.write(`不认识的选项：${unknown.join(' ')}\n用法：npm run demo [-- --https]\n`)
  process.exit(1)
}
const { PORT: port, HOST: host, LOG_LEVEL: level } = parsed.data
const tls = options.includes('--https') ? localCertificate(join(root, 'data/demo-certificate'), new Date()) : null
try {
  const demo = await openDemo({ port, host, log: jsonLog(level), tls })
  process.stdout.write(introduction(demo, tls?.cert))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void demo.close())
} catch (error) {
  const trouble = portTrouble(error, port)
  if (trouble === null) throw error
  process.stderr.write(`演示没有启动。${trouble}\n`)
  process.exit(1)
}

function introduction({ url, accounts, service }: Demo, certificate: string | undefined): string {
  const built = existsSync(join(root, 'addin/dist/workbench.html'))
  const clerks = accounts.filter(({ role }) => role === 'clerk')
  const rest = accounts.filter(({ role }) => role !== 'clerk')
  const line = ({ username, name }: { username: string; name: string }) => `  ${username.padEnd(22)}${name}`
  return `
考核 · 演示已启动（演示时间从 2019年6月18日 9:00 起走；数据为示例，停止后即删除）

  填报台（不用 Excel）  ${url}/workbench
  办公台（办公室、核定） ${url}/office
  加载项窗格            ${url}/taskpane.html
  加载项清单            ${url}/manifest.xml
${certificate === undefined ? '' : `\n  本机证书              ${certificate}\n  在 Excel 中加载前，请先把它导入“受信任的根证书颁发机构”（一年内有效，只代表本机）。\n`}${built ? '' : '\n  注意：还没有构建加载项页面，上面的页面暂时打不开。请先运行 npm run build。\n'}
规则包 ${service.pack.id} ${service.pack.version}：${service.pack.notice}

演示账号（密码都是 ${demoPassword}，只用于演示）
办公室、领导小组与核定员：
${rest.map(line).join('\n')}
填报员（每个单位一个，用户名即单位标识）：
${clerks.map(line).join('\n')}

按 Ctrl+C 停止。
`
}
