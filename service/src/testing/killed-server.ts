import { systemClock } from '../clock.ts'
import { listen } from '../listen.ts'
import { silentLog } from '../log.ts'
import { openService } from '../open-service.ts'

/**
 * The real service as a process of its own, for the tests that kill it. With `KILL=after-commit` it dies by SIGKILL when the
 * answer to a submission is ready, so after the commit, and before a byte of it is sent.
 */
const [databaseUrl = '', secret = ''] = process.argv.slice(2)
const start = new Date('2019-06-18T01:00:00Z')
const service = await openService({
  databaseUrl,
  sessionSecret: secret,
  campaign: 'haizhou-2019',
  clock: { ...systemClock, now: () => start },
  log: silentLog,
  publicUrl: null,
  officeJsOrigin: null,
  trustProxy: false,
  https: false,
})
const fetch = async (request: Request, env: object) => {
  const response = await service.app.fetch(request, env)
  if (process.env['KILL'] === 'after-commit' && request.url.endsWith('/submissions'))
    process.kill(process.pid, 'SIGKILL')
  return response
}
const { port } = await listen(fetch, { port: 0, host: '127.0.0.1', tls: null })
process.stdout.write(`${port}\n`)
