import { systemClock } from '../clock.ts'
import { listen } from '../listen.ts'
import { silentLog } from '../log.ts'
import { openService } from '../open-service.ts'
import { testStart } from './people.ts'

// The process that served.ts starts.
const [databaseUrl = '', secret = ''] = process.argv.slice(2)
const service = await openService({
  databaseUrl,
  sessionSecret: secret,
  campaign: 'haizhou-2019',
  clock: { ...systemClock, now: () => testStart },
  log: silentLog,
  publicUrl: null,
  officeJs: null,
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
