import { createHash } from 'node:crypto'

const folder = String.raw`HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs`

/** A share as Windows names it: `\\server\share` and below, without a backslash at its end. */
export function isShare(path: string): boolean {
  return /^\\\\[^\\/:*?"<>|\s]+(\\[^\\/:*?"<>|]+)+$/.test(path)
}

/**
 * A .reg file that makes Excel trust a shared folder as a catalog of add-ins and show it in the menu. The key is derived
 * from the share, so that importing the file again changes nothing instead of adding a second catalog.
 */
export function catalogRegistry(share: string): string {
  const id = `{${guidOf(share.toLowerCase())}}`
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${folder}\\${id}]`,
    `"Id"="${id}"`,
    `"Url"="${share.replaceAll('\\', '\\\\')}"`,
    '"Flags"=dword:00000001',
    '',
  ]
  return lines.join('\r\n')
}

/** The encoding in which regedit reads every character of a share's name: UTF-16 with its mark. */
export function registryFile(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le')
}

/** Marked as a GUID made from a name by an own scheme (version 8, RFC 9562). */
function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
