import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listen } from '../listen.ts'
import { localCertificate } from './local-certificate.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-certificate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const statusOf = (options: { port: number; host: string; ca: Buffer }) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ ...options, servername: 'localhost', path: '/' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

describe('localCertificate', () => {
  it('opens https to whoever trusts it', async () => {
    const files = localCertificate(folder, new Date())
    const server = await listen(() => new Response('ok'), { port: 0, host: '127.0.0.1', tls: files })
    const options = { port: server.port, host: '127.0.0.1' }
    const other = localCertificate(join(folder, 'other'), new Date())
    expect(await statusOf({ ...options, ca: readFileSync(files.cert) })).toBe(200)
    await expect(statusOf({ ...options, ca: readFileSync(other.cert) })).rejects.toThrow()
    await server.close()
  })

  it('is for this machine, and no authority over others', () => {
    const certificate = new X509Certificate(readFileSync(localCertificate(folder, new Date()).cert))
    expect(certificate.checkHost('localhost')).toBe('localhost')
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.checkHost('example.cn')).toBeUndefined()
    expect(certificate.ca).toBe(false)
  })

  it('stays the same while it is good, so that it is trusted once', () => {
    const now = new Date()
    const first = readFileSync(localCertificate(folder, now).cert, 'utf8')
    expect(readFileSync(localCertificate(folder, now).cert, 'utf8')).toBe(first)
    const nextYear = new Date(now.getTime() + 366 * 24 * 60 * 60 * 1000)
    expect(readFileSync(localCertificate(folder, nextYear).cert, 'utf8')).not.toBe(first)
  })

  it('is made anew when its files are broken', () => {
    const { cert } = localCertificate(folder, new Date())
    writeFileSync(cert, 'nonsense')
    expect(new X509Certificate(readFileSync(localCertificate(folder, new Date()).cert)).subject).toContain('localhost')
  })
})
