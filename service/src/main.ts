import { generousLimits } from './access/rate-limit.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { makeStoreFolder, storeTrouble, unsafeSettings } from './db/connect.ts'
import { storeName } from './db/store-url.ts'
import { listen, portTrouble } from './listen.ts'
import { jsonLog } from './log.ts'
import { openService } from './open-service.ts'

const read = readConfig(process.env)
if (!read.ok) {
  process.stderr.write(`环境变量有误，服务没有启动：\n${read.faults.map((fault) => `  ${fault}\n`).join('')}`)
  process.exit(1)
}
const { config } = read
const log = jsonLog(config.logLevel)
makeStoreFolder(config.databaseUrl)
const https = config.tls !== null || config.publicUrl?.startsWith('https:') === true
const service = await openService({ ...config, rateLimits: generousLimits, https, clock: systemClock, log }).catch(
  (error: unknown) => {
    const trouble = storeTrouble(error)
    if (trouble === null) throw error
    process.stderr.write(`服务没有启动。数据库 ${storeName(config.databaseUrl)}：${trouble}\n`)
    process.exit(1)
  },
)
const unsafe = await unsafeSettings(service.db)
if (unsafe.length > 0) log.error({ settings: unsafe }, 'the database server does not survive a power cut')
if (!(await service.db.selectFrom('account').select('id').executeTakeFirst())) {
  process.stderr.write(
    '还没有账号，也没有默认密码。请另开终端建第一个办公室账号：\n  npm run account -- create --username office --name 姓名 --role office\n',
  )
}
try {
  const server = await listen(service.app.fetch, config)
  log.info({ port: server.port, campaign: config.campaign }, 'listening')
  process.on('SIGHUP', () => {
    try {
      server.renewCertificate()
      log.info({}, 'certificate read anew')
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'certificate kept as it was')
    }
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Once: a second signal of the same kind ends the process at once.
    process.once(signal, async () => {
      const drained = server.close()
      log.info({ signal }, 'stopping')
      await drained
      await service.close()
      log.info({ signal }, 'stopped')
    })
  }
} catch (error) {
  const trouble = portTrouble(error, config.port)
  if (trouble === null) throw error
  process.stderr.write(`${trouble}\n`)
  process.exit(1)
}
