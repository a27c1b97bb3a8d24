import { describe, expect, it } from 'vitest'
import { mebibyte, ordinaryCaps } from './evidence/caps.ts'
import { readConfig } from './config.ts'

const secret = 'a secret of more than 32 characters'

describe('readConfig', () => {
  it('needs nothing but a secret', () => {
    const read = readConfig({ SESSION_SECRET: secret, PORT: '' })
    expect(read).toMatchObject({ ok: true, config: { port: 3000, databaseUrl: 'sqlite:data/kaohe.db', tls: null } })
  })

  it('names every bad variable at once', () => {
    const read = readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', TRUST_PROXY: 'yes' })
    const names = read.ok ? [] : read.faults.map((fault) => fault.split('：')[0])
    expect(names).toEqual(['PORT', 'DATABASE_URL', 'SESSION_SECRET', 'TRUST_PROXY', 'LOG_LEVEL'])
  })

  it('never repeats the value of a variable', () => {
    const read = readConfig({ SESSION_SECRET: 'short-secret', PORT: 'secret-port' })
    expect(JSON.stringify(read)).not.toMatch(/short-secret|secret-port/)
  })

  it('takes a file or a PostgreSQL server for the database', () => {
    const read = (url: string) => readConfig({ SESSION_SECRET: secret, DATABASE_URL: url })
    const url = 'postgres://kaohe:pass@db.lan/kaohe'
    expect(read(url)).toMatchObject({ ok: true, config: { databaseUrl: url } })
    expect(JSON.stringify(read('postgres://kaohe:pass@db.lan'))).toMatch(
      /DATABASE_URL：须写成 sqlite:.*postgres:\/\/用户/,
    )
    expect(JSON.stringify(read('postgres://kaohe:pass@db.lan'))).not.toContain('kaohe:pass')
  })

  it('refuses a set clock', () => {
    const read = readConfig({ SESSION_SECRET: secret, DEMO_CLOCK: '2019-06-18T09:00:00+08:00' })
    expect(read).toEqual({ ok: false, faults: ['DEMO_CLOCK：正式运行不接受设定的时钟；演示请用 npm run demo'] })
  })

  it('takes hosts that may show the pane, and nothing that a header could carry besides', () => {
    const read = (hosts: string) => readConfig({ SESSION_SECRET: secret, FRAME_ANCESTORS: hosts })
    const hosts = ['https://office.example.gov.cn', 'https://*.lan:8443']
    expect(read(hosts.join('  '))).toMatchObject({ ok: true, config: { frameAncestors: hosts } })
    for (const bad of ['http://a.cn', '*', "https://a.cn; script-src 'unsafe-inline'", 'https://a.cn/path']) {
      expect(JSON.stringify(read(bad)), bad).toContain('FRAME_ANCESTORS：须为以空格分隔的 https:// 主机')
    }
  })

  it('wants some room on the disk, as much as it is told to', () => {
    const read = (megabytes?: string) => readConfig({ SESSION_SECRET: secret, MIN_FREE_MB: megabytes })
    expect(read()).toMatchObject({ config: { minFreeBytes: 64 * 1024 * 1024 } })
    expect(read('0')).toMatchObject({ config: { minFreeBytes: 0 } })
    expect(read('-1')).toEqual({ ok: false, faults: ['MIN_FREE_MB：须为 0 以上的整数'] })
  })

  it('takes as much evidence as it is told to', () => {
    const read = (caps: object = {}) => readConfig({ SESSION_SECRET: secret, ...caps })
    expect(read()).toMatchObject({ config: { evidenceCaps: ordinaryCaps } })
    expect(read({ EVIDENCE_FILE_MB: '20', EVIDENCE_ITEM_FILES: '5', EVIDENCE_UNIT_MB: '1000' })).toMatchObject({
      config: { evidenceCaps: { fileBytes: 20 * mebibyte, itemFiles: 5, unitBytes: 1000 * mebibyte } },
    })
    expect(read({ EVIDENCE_FILE_MB: '101' })).toEqual({ ok: false, faults: ['EVIDENCE_FILE_MB：须为 1–100 的整数'] })
  })

  it('refuses a certificate without its key', () => {
    const read = readConfig({ SESSION_SECRET: secret, TLS_CERT: import.meta.filename })
    expect(read).toEqual({ ok: false, faults: ['TLS_CERT：TLS_CERT 与 TLS_KEY 须同时设置'] })
  })
})

describe('OFFICE_JS', () => {
  const read = (value?: string) => readConfig({ SESSION_SECRET: secret, OFFICE_JS: value })

  it.each([
    [undefined, null],
    ['self', null],
    ['microsoft', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'],
    ['21vianet', 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'],
    ['https://cdn.example.gov.cn/office/office.js', 'https://cdn.example.gov.cn/office/office.js'],
  ])('%s is the address %s', (value, officeJs) => {
    expect(read(value)).toMatchObject({ ok: true, config: { officeJs } })
  })

  it.each([
    'http://cdn.example.cn/office.js',
    'https://cdn.example.cn/other.js',
    'https://a.cn/"><x>/office.js',
    'cdn',
  ])('is not %s', (value) => {
    expect(read(value)).toEqual({
      ok: false,
      faults: ['OFFICE_JS：须为 self、microsoft、21vianet，或以 https:// 开头、以 office.js 结尾的网址'],
    })
  })
})
