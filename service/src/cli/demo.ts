import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { portTrouble } from '../listen.ts'
import { jsonLog } from '../log.ts'
import { demoPassword, openDemo, type Demo } from './open-demo.ts'

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
const { PORT: port, HOST: host, LOG_LEVEL: level } = parsed.data
try {
  const demo = await openDemo({ port, host, log: jsonLog(level) })
  process.stdout.write(introduction(demo))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void demo.close())
} catch (error) {
  const trouble = portTrouble(error, port)
  if (trouble === null) throw error
  process.stderr.write(`演示没有启动。${trouble}\n`)
  process.exit(1)
}

function introduction({ url, accounts, service }: Demo): string {
  const built = existsSync(join(import.meta.dirname, '../../../addin/dist/workbench.html'))
  const clerks = accounts.filter(({ role }) => role === 'clerk')
  const rest = accounts.filter(({ role }) => role !== 'clerk')
  const line = ({ username, name }: { username: string; name: string }) => `  ${username.padEnd(22)}${name}`
  return `
考核 · 演示已启动（演示时间从 2019年6月18日 9:00 起走；数据为示例，停止后即删除）

  填报台（不用 Excel）  ${url}/workbench
  加载项窗格            ${url}/taskpane.html
  加载项清单            ${url}/manifest.xml
${built ? '' : '\n  注意：还没有构建加载项页面，上面的页面暂时打不开。请先运行 npm run build。\n'}
规则包 ${service.pack.id} ${service.pack.version}：${service.pack.notice}

演示账号（密码都是 ${demoPassword}，只用于演示）
办公室与核定员：
${rest.map(line).join('\n')}
填报员（每个单位一个，用户名即单位标识）：
${clerks.map(line).join('\n')}

按 Ctrl+C 停止。
`
}
