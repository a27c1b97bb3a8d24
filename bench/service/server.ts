import { demoClock } from '../../service/src/clock.ts'
import { listen } from '../../service/src/listen.ts'
import { jsonLog } from '../../service/src/log.ts'
import { openService } from '../../service/src/open-service.ts'
import { campaign, secret, start } from './campaign.ts'

/**
 * The service as `npm start` runs it, with its log and its limits, in a process of its own; only the clock is set, to a day
 * on which reports are due. Prints its port; a line on stdin is answered with the memory it holds, the end of stdin ends it.
 */
const [databaseUrl = ''] = process.argv.slice(2)
const service = await openService({
  databaseUrl,
  sessionSecret: secret,
  campaign,
  clock: demoClock(start),
  log: jsonLog('info', process.stderr),
  publicUrl: null,
  officeJsOrigin: null,
  trustProxy: false,
  https: false,
})
const server = await listen(service.app.fetch, { port: 0, host: '127.0.0.1', tls: null })
process.stdout.write(`${server.port.toString()}\n`)
process.stdin.on('data', () => process.stdout.write(`${process.memoryUsage.rss().toString()}\n`))
process.stdin.on('end', () => void server.close().then(service.close))
