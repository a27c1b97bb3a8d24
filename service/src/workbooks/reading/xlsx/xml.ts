import { Parser } from 'saxen'
import { Refusal } from '../refusal.ts'
import { decoded, isPlain, lined, plainAttribute } from './entities.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a reader of one part wants to hear. Names come without their namespace prefix. */
export interface XmlListener {
  /** Attributes are read where they are asked for, within the call: most elements of a sheet are of no interest. */
  readonly open?: (name: string, attributes: () => Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** A cell's text in a run of an extension lies ten deep. */
const DEEPEST = 100

/**
 * Walks through a part. A document type is refused before anything in it is read, so that there are no entities but the five
 * of XML itself. Where the parser would only warn, the part is damaged. Answers how many elements there are.
 */
export function walkXml(part: Buffer, most: number, { open, close, text }: XmlListener): number {
  const parser = new Parser()
  let left = most
  let depth = 0
  let hasEnded = false
  parser.on('error', damaged)
  parser.on('warn', damaged)
  parser.on('attention', () => {
    throw new Refusal('entities')
  })
  parser.on('openTag', (name, attributes) => {
    left -= 1
    depth += 1
    if (left < 0) throw new Refusal('too-many-cells')
    if (depth > DEEPEST || hasEnded) throw new Refusal('damaged')
    open?.(local(name), () => plain(attributes()))
  })
  parser.on('closeTag', (name) => {
    depth -= 1
    hasEnded = depth === 0
    close?.(local(name))
  })
  if (text) {
    parser.on('text', (raw) => text(decoded(raw)))
    parser.on('cdata', (raw) => text(lined(raw)))
  }
  parser.parse(decode(part))
  return most - left
}

function damaged(cause: unknown): never {
  throw new Refusal('damaged', { cause })
}

/** Hardly any attribute is written other than it is meant, so hardly any is copied. */
function plain(attributes: Attributes): Attributes {
  let read: Record<string, string> | undefined
  for (const name in attributes) {
    const raw = attributes[name] ?? ''
    if (isPlain(raw)) continue
    read ??= { ...attributes }
    read[name] = plainAttribute(raw)
  }
  return read ?? attributes
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute by its name without prefix: `id` for `r:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  const key = Object.keys(attributes).find((each) => local(each) === name)
  return key === undefined ? undefined : attributes[key]
}

export const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true' || flag === 'on'

const narrow = new TextDecoder('utf-8', { fatal: true })
const wide = new TextDecoder('utf-16le', { fatal: true })

function decode(part: Buffer): string {
  const isWide = part[0] === 0xff && part[1] === 0xfe
  try {
    return (isWide ? wide : narrow).decode(part)
  } catch (error) {
    throw new Refusal('damaged', { cause: error })
  }
}

/** `_x000D_` is how Excel writes a character that XML does not bear; `_x005F_` is the underscore that would look like one. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
