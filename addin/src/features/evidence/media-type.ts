const beginnings = [
  ['application/pdf', '%PDF-'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['application/ofd', 'PK\x03\x04'],
] as const

/** What a file is by how it begins, so that a wrong one is told without network, too; null for what is not taken. The service looks again. */
export function mediaTypeOf(bytes: ArrayBuffer): string | null {
  const begins = String.fromCharCode(...new Uint8Array(bytes.slice(0, 16)))
  const found = beginnings.find(([, beginning]) => begins.startsWith(beginning))?.[0] ?? null
  // A zip file, as those of Word and Excel are, too: the names in it stand there in plain letters.
  if (found === 'application/ofd' && !new TextDecoder('latin1').decode(bytes).includes('OFD.xml')) return null
  return found
}
