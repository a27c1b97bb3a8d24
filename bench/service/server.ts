import { demoClock } from '../../service/src/clock.ts'
import { listen } from '../../service/src/listen.ts'
import { jsonLog } from '../../service/src/log.ts'
import { openService } from '../../service/src/open-service.ts'
import { campaign, secret, start } from './campaign.ts'

/** Resident memory in MB, processor time so far in milliseconds. */
export interface Usage {
  readonly memory: number
  readonly cpu: number
}

/**
 * The service as `npm start` runs it, with its log and its limits, in a process of its own; only the clock is set, to a day
 * on which reports are due. Prints its port; a line on stdin is answered with what it uses, the end of stdin ends it.
 */
const [databaseUrl = ''] = process.argv.slice(2)
const service = await openService({
  databaseUrl,
  sessionSecret: secret,
  campaign,
  clock: demoClock(start),
  log: jsonLog('info', process.stderr),
  publicUrl: null,
  officeJs: null,
  trustProxy: false,
  https: false,
})
const server = await listen(service.app.fetch, { port: 0, host: '127.0.0.1', tls: null })
process.stdout.write(`${server.port.toString()}\n`)
process.stdin.on('data', () => {
  const { user, system } = process.cpuUsage()
  const usage: Usage = { memory: process.memoryUsage.rss() / 1024 / 1024, cpu: (user + system) / 1000 }
  process.stdout.write(`${JSON.stringify(usage)}\n`)
})
process.stdin.on('end', () => void server.close().then(service.close))
