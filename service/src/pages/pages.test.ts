import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Env } from '../access/guard.ts'
import { ProblemError, problemResponse } from '../problem.ts'
import { pageHeaders } from './headers.ts'
import { officeJsCdns } from './office-js.ts'
import { pageRoutes } from './routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-pages-'))
beforeAll(() => {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  mkdirSync(join(folder, 'dist/icons'), { recursive: true })
  writeFileSync(join(folder, 'dist/icons/icon-32.png'), 'png')
  mkdirSync(join(folder, 'office'))
  writeFileSync(join(folder, 'dist/workbench.html'), '<!doctype html><title>填报台</title>')
  writeFileSync(join(folder, 'dist/taskpane.html'), '<!doctype html><script src="/office-js/office.js"></script>')
  writeFileSync(join(folder, 'dist/assets/main-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, 'office/office.js'), 'var Office')
  writeFileSync(join(folder, 'manifest.xml'), '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"/>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const appWith = (over: { publicUrl?: string; trustProxy?: boolean; officeJs?: string } = {}) =>
  new Hono<Env>()
    .use(pageHeaders({ officeJs: over.officeJs ?? null, https: false, frameAncestors: [] }))
    .onError((error, c) => problemResponse(c, error instanceof ProblemError ? error.problem : { type: 'unexpected' }))
    .route(
      '/',
      pageRoutes(
        {
          dist: join(folder, 'dist'),
          officeJs: over.officeJs ?? null,
          officeJsFolder: join(folder, 'office'),
          manifest: join(folder, 'manifest.xml'),
          publicUrl: over.publicUrl ?? null,
          trustProxy: over.trustProxy ?? false,
        },
        { title: '海州区', demo: true },
      ),
    )
const get = (path: string, headers: Record<string, string> = {}) =>
  appWith().request(`http://127.0.0.1:3000${path}`, { headers })

describe('the pages', () => {
  it('welcome with the way to the workbench, and say that this is a demo', async () => {
    const text = await (await get('/')).text()
    expect(text).toContain('href="/workbench"')
    expect(text).toContain('href="/office"')
    expect(text).toContain('演示')
  })

  it('are fetched anew each time, their parts kept for good', async () => {
    const page = await get('/workbench')
    const part = await get('/assets/main-1a2b3c.js')
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(part.headers.get('cache-control')).toContain('immutable')
  })

  it('let Office keep the icons, without which the ribbon shows none', async () => {
    expect((await get('/icons/icon-32.png')).headers.get('cache-control')).toBe('public, max-age=86400')
  })

  it('send their parts compressed to who can read that', async () => {
    writeFileSync(join(folder, 'dist/assets/large-1a2b3c.js'), 'export const a = 1\n'.repeat(1000))
    const response = await get('/assets/large-1a2b3c.js', { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(500)
  })

  it('bring office.js along', async () => {
    expect(await (await get('/office-js/office.js')).text()).toBe('var Office')
  })

  it('load our copy of office.js unless another is set', async () => {
    expect(await (await get('/taskpane.html')).text()).toContain('src="/office-js/office.js"')
    const elsewhere = await appWith({ officeJs: officeJsCdns['microsoft'] ?? '' }).request('/taskpane.html')
    expect(await elsewhere.text()).toBe(
      '<!doctype html><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    )
    expect(elsewhere.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/',
    '/nothing.html',
    '/office-js/%00',
  ])('have nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})

describe('the manifest', () => {
  it('is stamped with the address it was fetched from', async () => {
    expect(await (await get('/manifest.xml')).text()).toContain('"http://127.0.0.1:3000/taskpane.html"')
  })

  it('is stamped with the public address where one is set', async () => {
    const response = await appWith({ publicUrl: 'https://kaohe.example.cn' }).request('/manifest.xml')
    expect(await response.text()).toContain('"https://kaohe.example.cn/taskpane.html"')
  })

  it('believes a proxy only when told to', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'kaohe.example.cn' }
    const trusted = await appWith({ trustProxy: true }).request('http://10.0.0.1/manifest.xml', { headers })
    const untrusted = await appWith().request('http://10.0.0.1/manifest.xml', { headers })
    expect(await trusted.text()).toContain('https://kaohe.example.cn/')
    expect(await untrusted.text()).toContain('http://10.0.0.1/')
  })
})

describe('the headers', () => {
  it('let scripts come from here only, and Excel on the web frame the pane', async () => {
    const { headers } = await get('/workbench')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('let office.js come from where it is set to come from, and from nowhere else', async () => {
    const response = await appWith({ officeJs: officeJsCdns['21vianet'] ?? '' }).request('/')
    expect(response.headers.get('content-security-policy')).toMatch(
      /script-src 'self' https:\/\/appsforoffice\.cdn\.partner\.office365\.cn;/,
    )
  })

  it('do not force https on a plain-http demo', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull()
  })
})
