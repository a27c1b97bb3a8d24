import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogRegistry, isShare } from './catalog-registry.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manifest-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'write.ts'), ...args], { encoding: 'utf8' })
const written = () => readFileSync(join(folder, 'manifest.xml'), 'utf8')
const addresses = (xml: string) => [...xml.matchAll(/"(https?:\/\/[^"]*)"/g)].map(([, url]) => url ?? '')
const pages = (xml: string) => addresses(xml).filter((url) => url.endsWith('/taskpane.html'))

describe('npm run manifest', () => {
  it.each([
    ['https://kaohe.example.gov.cn', 'https://kaohe.example.gov.cn'],
    ['https://10.1.2.3:8443/', 'https://10.1.2.3:8443'],
    ['https://oa.example.gov.cn/kaohe/', 'https://oa.example.gov.cn/kaohe'],
  ])('writes the manifest for %s', (given, base) => {
    const { status, stdout } = run('--base-url', given, '--out', join(folder, 'new'))
    expect(status).toBe(0)
    expect(stdout).toContain(join(folder, 'new/manifest.xml'))
    const xml = readFileSync(join(folder, 'new/manifest.xml'), 'utf8')
    expect(xml).not.toContain('localhost')
    expect(pages(xml)).toEqual([`${base}/taskpane.html`, `${base}/taskpane.html`])
  })

  it.each([
    ['http://kaohe.example.gov.cn', '不是 https 地址'],
    ['kaohe.example.gov.cn', '不是完整网址'],
    ['https://office:secret@kaohe.example.gov.cn', '不能写账号和密码'],
    ['https://kaohe.example.gov.cn/?a=1', '不能有 ? 或 #'],
  ])('refuses %s and writes nothing', (given, why) => {
    const { status, stderr } = run('--base-url', given, '--out', folder)
    expect(status).toBe(1)
    expect(stderr).toContain(why)
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses an address that Office would find too long', () => {
    const { status, stderr } = run('--base-url', `https://a.cn/${'x'.repeat(2040)}`, '--out', folder)
    expect(status).toBe(1)
    expect(stderr).toContain('最多 2048 个')
    expect(readdirSync(folder)).toEqual([])
  })

  it('shows the registry entry where no share is named', () => {
    const { stdout } = run('--base-url', 'https://kaohe.example.gov.cn', '--out', folder)
    expect(stdout).toContain(String.raw`WEF\TrustedCatalogs\{`)
    expect(readdirSync(folder)).toEqual(['manifest.xml'])
  })

  it('writes the registry file for a share, in the encoding regedit reads', () => {
    const share = String.raw`\\fs01\考核加载项`
    expect(run('--base-url', 'https://kaohe.example.gov.cn', '--out', folder, '--catalog', `${share}\\`).status).toBe(0)
    expect(addresses(written()).length).toBeGreaterThan(5)
    const bytes = readFileSync(join(folder, 'catalog.reg'))
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe])
    expect(bytes.toString('utf16le').slice(1)).toBe(catalogRegistry(share))
  })

  it('refuses a catalog on a drive, which Excel would not open', () => {
    const { status, stderr } = run('--base-url', 'https://a.cn', '--out', folder, '--catalog', String.raw`D:\addins`)
    expect(status).toBe(1)
    expect(stderr).toContain('不是共享文件夹')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([[[]], [['--nonsense']]])('says how to call it when called as %j', (args) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stderr).toContain('用法')
  })
})

describe('catalogRegistry', () => {
  it('names the share once, under a key of its own that stays the same', () => {
    const text = catalogRegistry(String.raw`\\fs01\addins`)
    const [id] = /\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}/.exec(text) ?? []
    expect(text.split('\r\n')).toEqual([
      'Windows Registry Editor Version 5.00',
      '',
      `${String.raw`[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs`}\\${id ?? ''}]`,
      `"Id"="${id ?? ''}"`,
      String.raw`"Url"="\\\\fs01\\addins"`,
      '"Flags"=dword:00000001',
      '',
    ])
    expect(catalogRegistry(String.raw`\\FS01\addins`)).toContain(id)
    expect(catalogRegistry(String.raw`\\fs02\addins`)).not.toContain(id)
  })
})

describe('isShare', () => {
  it.each([
    [String.raw`\\fs01\addins`, true],
    [String.raw`\\10.0.0.5\考核 加载项\excel`, true],
    [String.raw`\\fs01`, false],
    ['//fs01/addins', false],
    [String.raw`\\fs01\a"b`, false],
  ])('takes %s: %s', (path, expected) => {
    expect(isShare(path)).toBe(expected)
  })
})
