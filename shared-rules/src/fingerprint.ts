import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** SHA-256 (hex) of a JSON value in canonical form (RFC 8785): equal content, equal fingerprint, whatever the key order. */
export function fingerprint(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return bytesToHex(sha256(utf8ToBytes(text)))
}
