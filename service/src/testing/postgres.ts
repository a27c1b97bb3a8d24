import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { installBinaries } from './postgres-binaries.ts'

export interface PostgresServer {
  /** Of the database `postgres`, as the superuser. */
  readonly url: string
  /** Ends it as an operator would (`fast`: connections are cut, nothing is lost) or as a power cut would. */
  readonly stop: (how?: 'fast' | 'killed') => Promise<void>
  /** Starts it again on the same port, with the data it had. */
  readonly start: () => Promise<void>
  /** Ends it and removes all of it. */
  readonly remove: () => Promise<void>
}

export interface PostgresOptions {
  /**
   * Sync to disk, as in real life. Without it the tests are faster, and only a crash of the machine could tell. Commits are not
   * waited for then, as with a server that was set up carelessly: the service sees to that itself.
   */
  readonly durable?: boolean
  readonly settings?: readonly string[]
}

/**
 * A real PostgreSQL from the npm registry, on a free port of this machine alone. Its language sorts text in another order than
 * bytes do, so that a query that relies on the server's order shows.
 */
export async function startPostgres({ durable = false, settings = [] }: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-postgres-'))
  const data = durable ? join(folder, 'data') : mkdtempSync(join(quickFolder(), 'kaohe-postgres-data-'))
  const bin = installBinaries(folder)
  const owner = ownerOfData()
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (owner) chownSync(data, owner.uid, owner.gid)
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=kaohe',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=zh-CN',
      '--no-sync',
    ],
    { ...owner, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)

  const port = await freePort()
  const quick = durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']
  const flags = [...quick, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...settings]
  const begin = () => startServer(join(bin, 'postgres'), data, port, flags, owner)
  let server = await begin()
  const stop = async (how: 'fast' | 'killed' = 'fast') => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exit = once(server, 'exit')
    server.kill(how === 'fast' ? 'SIGINT' : 'SIGKILL')
    await exit
  }
  const atExit = () => server.kill('SIGQUIT')
  process.once('exit', atExit)
  return {
    url: `postgres://kaohe@127.0.0.1:${port}/postgres`,
    stop,
    start: async () => {
      // After a hard end the server's own processes need a moment to notice.
      for (let attempt = 1; ; attempt += 1) {
        try {
          server = await begin()
          return
        } catch (error) {
          if (attempt === 20) throw error
          await setTimeout(250)
        }
      }
    },
    remove: async () => {
      process.removeListener('exit', atExit)
      await stop()
      for (const each of [data, folder]) rmSync(each, { recursive: true, force: true })
    },
  }
}

/** A database is three hundred files, which are made and removed ten times as fast in memory, where the system lends any. */
function quickFolder(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 2 ** 30 ? memory : tmpdir()
}

/** PostgreSQL refuses to run as root, so for root it runs as the account that owns nothing. */
function ownerOfData(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  if (uid === undefined || gid === undefined) throw new Error('root needs an account named nobody to run PostgreSQL')
  return { uid: Number(uid), gid: Number(gid) }
}

async function startServer(
  program: string,
  data: string,
  port: number,
  settings: readonly string[],
  owner: { readonly uid: number; readonly gid: number } | undefined,
): Promise<ChildProcess> {
  const server = spawn(program, ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
  })
  return server
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
