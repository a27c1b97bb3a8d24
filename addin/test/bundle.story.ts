import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './launch-browser.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'kaohe-bundle-'))
const server = join(folder, 'opt')
let service: ChildProcess | undefined
afterAll(() => {
  service?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return String(typeof address === 'object' ? address?.port : address)
}

/** Reads its lines up to the one that says so; on a new database others come before it. */
async function listening(child: ChildProcess): Promise<void> {
  const { stdout } = child
  if (!stdout) throw new Error('nothing to read')
  for await (const line of createInterface({ input: stdout })) if (line.includes('"listening"')) break
  // What it says afterwards is read, too, so that it never waits for a reader.
  stdout.resume()
}

/** How the Windows service starts the program, said for this system. */
function windowsArguments(variables: string): readonly string[] {
  const xml = readFileSync(join(server, 'kaohe/service/deploy/kaohe-service.xml'), 'utf8')
  const [, said = ''] = /<arguments>(.+)<\/arguments>/.exec(xml) ?? []
  return said.split(' ').map((one) => one.replace('D:\\kaohe-data\\kaohe.env', variables).replaceAll('\\', '/'))
}

describe('npm run bundle', () => {
  it('makes an archive that starts where it is unpacked, from nothing but what is in it', async () => {
    const archive = join(folder, 'kaohe.tgz')
    // Packed lightly: what is in it counts here, not how small it is.
    const packing = { cwd: root, env: { ...process.env, GZIP: '-1' } }
    await run(process.execPath, ['service/src/cli/bundle.ts', '--out', archive], packing)
    mkdirSync(server)
    await run('tar', ['-xzf', archive, '-C', server])
    expect(readdirSync(server)).toEqual(['kaohe'])

    const [port, variables, cwd] = [await freePort(), join(folder, 'kaohe.env'), join(server, 'kaohe')]
    const env = { SESSION_SECRET: 'x'.repeat(32), DATABASE_URL: `sqlite:${join(folder, 'kaohe.db')}`, PORT: port }
    writeFileSync(
      variables,
      Object.entries({ ...env, HOST: '127.0.0.1' })
        .map((one) => `${one.join('=')}\n`)
        .join(''),
    )
    const node = join(cwd, 'node_modules/.bin/node')
    service = spawn(node, windowsArguments(variables), { cwd, env: {}, stdio: ['ignore', 'pipe', 'inherit'] })
    const exit = once(service, 'exit')
    await Promise.race([listening(service), exit.then(() => Promise.reject(new Error('it ended')))])

    const healthy = () => run(node, ['service/deploy/healthy.mjs'], { cwd, env: { PORT: port } })
    await healthy()
    const address = `http://127.0.0.1:${port}`
    expect((await fetch(`${address}/office-js/office.js`)).status).toBe(200)
    const browser = await launchBrowser()
    const page = await browser.newPage({ locale: 'zh-CN' })
    await page.goto(`${address}/workbench`)
    await page.getByLabel('账号').waitFor()
    await page.getByLabel('密码').waitFor()
    await browser.close()

    service.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    await expect(healthy()).rejects.toThrow()
  }, 300_000)
})
