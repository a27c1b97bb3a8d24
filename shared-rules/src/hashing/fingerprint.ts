import { sha256 } from '#sha256'
import { canonicalText } from './canonical-text.ts'

/** SHA-256 (hex) of a JSON value in canonical form (RFC 8785): equal content, equal fingerprint, whatever the key order. */
export const fingerprint = (value: unknown): string => sha256(canonicalText(value))
