import { crc32, inflateRawSync } from 'node:zlib'
import type { ReadLimits } from './limits.ts'
import { Refusal } from './refusal.ts'

/** The parts of a zip file by name. A part is inflated when it is asked for, and never beyond what is left of `innerBytes`. */
export interface Zip {
  readonly names: readonly string[]
  part(name: string): Buffer | undefined
}

interface Entry {
  readonly method: number
  readonly checksum: number
  readonly size: number
  readonly local: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 1
const BIG = 0xffffffff

/**
 * Opens a zip file by its central directory. Declared sizes are never trusted: compressed ones are held against the file,
 * inflated ones are not looked at.
 */
export function openZip(file: Buffer, limits: ReadLimits): Zip {
  const entries = readDirectory(file, limits)
  let left = limits.innerBytes
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = contentOf(file, entry, left)
      left -= content.length
      return content
    },
  }
}

function readDirectory(file: Buffer, { zipEntries }: ReadLimits): Map<string, Entry> {
  // The end record is followed by a comment of at most 64 KB.
  const end = file.subarray(Math.max(0, file.length - 65_557)).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const at = end + Math.max(0, file.length - 65_557)
  if (end < 0 || at + 22 > file.length || file.readUInt32LE(at) !== END) throw new Refusal('damaged')
  const count = file.readUInt16LE(at + 10)
  if (count > zipEntries) throw new Refusal('too-much-inside')
  const entries = new Map<string, Entry>()
  let offset = file.readUInt32LE(at + 16)
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > file.length || file.readUInt32LE(offset) !== CENTRAL) throw new Refusal('damaged')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => file.readUInt16LE(offset + place))
    const nameEnd = offset + 46 + (nameLength ?? 0)
    const name = file
      .toString('utf8', offset + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//, '')
    if ((file.readUInt16LE(offset + 8) & ENCRYPTED) !== 0) throw new Refusal('password')
    // Two parts of one name: which of them is meant would be anybody's guess.
    if (entries.has(name)) throw new Refusal('damaged')
    const extra = file.subarray(nameEnd, nameEnd + (extraLength ?? 0))
    entries.set(name, {
      method: file.readUInt16LE(offset + 10),
      checksum: file.readUInt32LE(offset + 16),
      ...placeOf(file, offset, extra),
    })
    offset = nameEnd + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

/** Some writers put sizes into the zip64 field even for small files; those that overflow 32 bits stand there in this order. */
function placeOf(file: Buffer, offset: number, extra: Buffer): Pick<Entry, 'size' | 'local'> {
  const fields = [24, 20, 42].map((place) => file.readUInt32LE(offset + place))
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  at += 4
  const [, size = 0, local = 0] = fields.map((field) => {
    if (field !== BIG) return field
    if (at + 8 > extra.length) throw new Refusal('damaged')
    const value = Number(extra.readBigUInt64LE(at))
    at += 8
    return value
  })
  return { size, local }
}

function contentOf(file: Buffer, { method, checksum, size, local }: Entry, most: number): Buffer {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) throw new Refusal('damaged')
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  if (start + size > file.length) throw new Refusal('damaged')
  const stored = file.subarray(start, start + size)
  if (method !== 0 && method !== 8) throw new Refusal('damaged')
  const { content, sum } = method === 0 ? summed(stored) : inflatedOnce(stored, most)
  if (content.length > most) throw new Refusal('too-much-inside')
  if (sum !== checksum) throw new Refusal('damaged')
  return content
}

interface Summed {
  readonly content: Buffer
  readonly sum: number
}

const summed = (content: Buffer): Summed => ({ content, sum: crc32(content) })

/** So many short parts are kept as they were inflated. */
const mostKnown = 256
const longestKnown = { packed: 2048, content: 16 * 1024 }
const known = new Map<string, Summed>()

/** Workbooks drawn from one template share most of their parts byte by byte: those come out as the same buffer each time. */
function inflatedOnce(packed: Buffer, most: number): Summed {
  if (packed.length > longestKnown.packed) return summed(inflated(packed, most))
  const key = packed.toString('latin1')
  const seen = known.get(key)
  if (seen) return seen
  const fresh = summed(inflated(packed, most))
  if (fresh.content.length > longestKnown.content) return fresh
  if (known.size >= mostKnown) known.clear()
  known.set(key, fresh)
  return fresh
}

function inflated(stored: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(isTooMuch ? 'too-much-inside' : 'damaged', { cause: error })
  }
}
