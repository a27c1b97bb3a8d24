import { Refusal } from '../refusal.ts'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text as it is meant: line ends as one character, the five entities of XML and characters by number. Any other is damage. */
export function decoded(raw: string): string {
  const text = lined(raw)
  return text.includes('&') ? text.replace(/&([^;&]{0,12};)?/g, character) : text
}

/** With line ends as one character, as in CDATA, where nothing else is decoded. */
export const lined = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)

const marked = /[&\t\r\n]/
export const isPlain = (raw: string): boolean => !marked.test(raw)

/** An attribute as it is meant: as text is, and blanks of any kind are a space. */
export const plainAttribute = (raw: string): string => decoded(raw.replace(/\r\n?|[\t\n]/g, ' '))

function character(_: string, reference = ''): string {
  const named = NAMED[reference.slice(0, -1)]
  if (named !== undefined) return named
  const [, hexadecimal, decimal = ''] = /^#(?:x([\da-f]+)|(\d+));$/i.exec(reference) ?? []
  const code = hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16)
  if (!isCharacter(code)) throw new Refusal('damaged')
  return String.fromCodePoint(code)
}

/** Whether XML bears the character with this number. */
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
