import { createPrivateKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lifeInDays = 365
const dayMs = 24 * 60 * 60 * 1000

/** Files of a certificate for `localhost` on this machine: those in the folder while they are good, else new ones. */
export function localCertificate(folder: string, now: Date): { readonly cert: string; readonly key: string } {
  const cert = join(folder, 'localhost.crt')
  const key = join(folder, 'localhost.key')
  if (existsSync(cert) && existsSync(key) && isGood(readFileSync(cert), readFileSync(key), now)) return { cert, key }
  const made = makeCertificate(now)
  mkdirSync(folder, { recursive: true })
  writeFileSync(key, made.key, { mode: 0o600 })
  writeFileSync(cert, made.cert)
  return { cert, key }
}

function isGood(cert: Buffer, key: Buffer, now: Date): boolean {
  try {
    const parsed = new X509Certificate(cert)
    return new Date(parsed.validTo).getTime() - now.getTime() > dayMs && parsed.checkPrivateKey(createPrivateKey(key))
  } catch {
    // Unreadable files are made anew.
    return false
  }
}

/**
 * A self-signed certificate (RFC 5280) for localhost, 127.0.0.1 and ::1. No authority: whoever trusts it trusts this
 * one server, and its key can vouch for no other.
 */
export function makeCertificate(now: Date): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(attribute('55040a', 'Kaohe demo'), attribute('550403', 'localhost'))
  const serial = randomBytes(16)
  // A serial number is positive and has no leading zero byte.
  serial.writeUInt8(0x40 | (serial.readUInt8(0) & 0x3f), 0)
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    sequence(oid(ecdsaWithSha256)),
    name,
    sequence(time(new Date(now.getTime() - dayMs)), time(new Date(now.getTime() + lifeInDays * dayMs))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions())),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', signed, privateKey)])
  const bytes = sequence(signed, sequence(oid(ecdsaWithSha256)), der(0x03, signature))
  const lines = bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

const ecdsaWithSha256 = '2a8648ce3d040302'

function extensions(): readonly Buffer[] {
  const names = [
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.from('00000000000000000000000000000001', 'hex')),
  ]
  const digitalSignature = Buffer.from([7, 0x80])
  return [
    extension('551d11', sequence(...names)),
    extension('551d0f', der(0x03, digitalSignature)),
    extension('551d25', sequence(oid('2b06010505070301'))),
    extension('551d13', sequence()),
  ]
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const attribute = (type: string, text: string): Buffer => der(0x31, sequence(oid(type), der(0x0c, Buffer.from(text))))
const extension = (type: string, value: Buffer): Buffer => sequence(oid(type), der(0x04, value))
/** UTCTime, `190618010000Z`; good until 2049. */
const time = (instant: Date): Buffer =>
  der(0x17, Buffer.from(`${instant.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`))
